"""Every write at the brakes."""
