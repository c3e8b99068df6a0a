"""What people type for meetings, one module a subject."""
