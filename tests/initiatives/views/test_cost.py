"""What the richest pages of one initiative ask of the database, for who signed in."""

from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.world import make_world


@pytest.mark.parametrize(("who", "most"), [("fatima", 12), ("wilma", 12), ("bram", 12), ("noor", 12)])
def test_page_with_everything_on_it_costs_few_queries(
    who: str,
    most: int,
    cast: dict[str, User | None],
    oostgaarde: Wijk,
    reference: None,
    client_for: Callable[..., Client],
    django_assert_max_num_queries: Callable,
) -> None:
    public = make_world(cast["fatima"], oostgaarde).public
    client = client_for(cast[who])
    page = public.case.desk_url if who == "noor" else public.get_absolute_url()
    assert client.get(page).status_code == 200

    with django_assert_max_num_queries(most):
        client.get(page)
