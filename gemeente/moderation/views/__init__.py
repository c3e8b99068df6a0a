"""Pages of the brakes."""
