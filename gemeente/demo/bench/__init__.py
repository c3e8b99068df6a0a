"""`make bench`: what pages cost, as multiples of a bare Django page on the same machine in the same minutes."""
