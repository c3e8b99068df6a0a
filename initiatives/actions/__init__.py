"""Every write on an initiative. Only its owner and whom she named hold the pen; neighbours only take part."""
