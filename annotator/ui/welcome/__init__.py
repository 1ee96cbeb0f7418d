"""The page that the window shows while no project is open."""
