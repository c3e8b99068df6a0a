"""Which initiatives who can read."""

import pytest

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.enums import Stage
from initiatives.models import Initiative
from tests.factories.initiatives import InitiativeFactory, published


def test_visible_to_is_public_and_own_concepts(cast: dict[str, User], oostgaarde: Wijk) -> None:
    public = published(owner=cast["fatima"], wijk=oostgaarde)
    concept = InitiativeFactory(owner=cast["fatima"], wijk=oostgaarde)

    seen = {who: set(Initiative.objects.visible_to(user)) for who, user in cast.items() if user}

    assert seen.pop("fatima") == {public, concept}
    assert set(map(frozenset, seen.values())) == {frozenset({public})}


def test_public_leaves_out_concepts(db: None) -> None:
    InitiativeFactory()
    public = published()

    assert list(Initiative.objects.public()) == [public]


@pytest.mark.parametrize("count", [1, 8])
def test_cards_cost_one_query(count: int, oostgaarde: Wijk, django_assert_num_queries: object) -> None:
    for _ in range(count):
        published(wijk=oostgaarde)

    with django_assert_num_queries(1):
        cards = [(row.title, row.place_name, row.theme.name) for row in Initiative.objects.public().for_cards()]

    assert len(cards) == count
    assert Stage.CONCEPT not in {row.stage for row in Initiative.objects.public()}
