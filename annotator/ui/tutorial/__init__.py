"""The tutorial: steps as data, done in a real window on a project that is thrown away."""
