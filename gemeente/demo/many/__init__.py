"""A town of any size: many plausible initiatives, to see how the portal behaves when there are many."""
