"""Who may decide things for the whole portal."""

from gemeente.accounts.policies import is_manager

# The policy, to be read as a table.
can_edit_texts = is_manager
can_change_gemeente = is_manager
can_set_doors = is_manager
can_set_rules = is_manager

POLICIES = {
    "edit_texts": can_edit_texts,
    "change_gemeente": can_change_gemeente,
    "set_doors": can_set_doors,
    "set_rules": can_set_rules,
}
