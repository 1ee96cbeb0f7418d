"""What can be done in the window, as one table: menus, keys, tooltips and sheets come from it."""
