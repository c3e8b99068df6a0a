"""What the night does for many: one that was taken away meanwhile keeps no other waiting."""

from gemeente.users.models import User
from initiatives.actions.leaving import withdraw_initiative
from initiatives.actions.locking import for_each, locked
from initiatives.models import Initiative
from tests.factories.initiatives import published


def test_what_was_taken_away_meanwhile_is_passed_over(fatima: User) -> None:
    first, second, third = [published(owner=fatima) for _ in range(3)]
    done = []

    def act(*, initiative: Initiative) -> bool:
        if initiative == first:
            withdraw_initiative(initiative=second, actor=fatima)
        done.append(locked(initiative))
        return initiative != first

    number = for_each(Initiative.objects.all(), act)

    assert (done, number) == ([first, third], 1)
