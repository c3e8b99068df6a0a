"""Who may write the ready plans and the tips: a manager. They are the gemeente's words, never those of a resident."""

from gemeente.accounts.policies import is_manager

# The policy, to be read as a table.
can_write_blueprints = is_manager
can_write_cards = is_manager

POLICIES = {"write_blueprints": can_write_blueprints, "write_cards": can_write_cards}
