"""How an action says no."""


class Refused(Exception):
    """An action that is not allowed now. Its text is one plain Dutch sentence for the person who tried."""


class Stale(Refused):
    """Somebody else, or another tab, was first: what the person saw is no longer so."""
