"""What people of a WOP type, one module a subject."""
