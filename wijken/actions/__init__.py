"""Every write on what a WOP runs itself, one module a subject."""
