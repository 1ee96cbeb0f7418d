"""The review window: annotators against each other, and a reviewer who decides."""
