"""Every write on an initiative. Only its owner holds the pen (policies); neighbours only say that they take part."""
