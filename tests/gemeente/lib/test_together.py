"""Prepared queries asked in one."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import BinaryField, DecimalField, Field, QuerySet, Value
from django.db.models.functions import Cast as AsType
from django.utils import timezone

from gemeente.accounts.models import RoleAssignment
from gemeente.activity.models import Entry
from gemeente.lib.prepared import Asked, prepared
from gemeente.lib.together import ahead, together
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.panels import of_person
from initiatives.views.shortcuts import public_at
from tests.world import make_world

Cast = dict[str, Any]


@prepared
def somebody(user: Any) -> QuerySet[User]:
    return User.objects.filter(pk=user)


@prepared
def roles_before(moment: Any, *, most: int) -> QuerySet[RoleAssignment]:
    rows = RoleAssignment.objects.filter(given_at__lt=moment).select_related("user__profile", "wijk")
    return rows.order_by("pk")[:most]


@prepared
def entries(actor: Any) -> QuerySet[Entry]:
    return Entry.objects.filter(actor=actor).select_related("subject", "person").order_by("-pk")


@prepared
def pairs(user: Any) -> QuerySet[Any, Any]:
    return User.objects.filter(pk=user).values_list("pk", "created_at")


def everything(thing: Any, seen: tuple[Any, ...] = ()) -> Any:
    """All that was read of a row, with what hangs on it."""
    if not hasattr(thing, "_state") or thing in seen:
        return thing
    related = {name: everything(value, (*seen, thing)) for name, value in thing._state.fields_cache.items()}
    return {name: value for name, value in vars(thing).items() if name != "_state"} | {"related": related}


def test_rows_are_what_each_query_gives_by_itself(
    cast: Cast, oostgaarde: Wijk, reference: None, django_assert_num_queries: Callable[..., Any]
) -> None:
    fatima = make_world(cast["fatima"], oostgaarde).public.owner
    slug = fatima.initiatives.filter(subject__is_public=True).first().slug
    asked = [
        of_person.later(fatima.pk, fatima.email, most=11),
        public_at.later(slug),
        entries.later(fatima.pk),
        roles_before.later(timezone.now(), most=50),
        pairs.later(fatima.pk),
        somebody.later(-1),
    ]
    alone = [one.query.rows_of(one) for one in asked]

    with django_assert_num_queries(1):
        found = together(asked)

    told = [[everything(row) for row in found[one]] for one in asked]
    assert told == [[everything(row) for row in rows] for rows in alone]
    assert [len(rows) > 0 for rows in told] == [True, True, True, True, True, False]


def test_what_was_read_ahead_is_given_once(cast: Cast, django_assert_num_queries: Callable[..., Any]) -> None:
    fatima, bram = cast["fatima"].pk, cast["bram"].pk

    with django_assert_num_queries(2), ahead([somebody.later(fatima), somebody.later(bram), somebody.later(bram)]):
        first = somebody(fatima)
        with ahead([somebody.later(bram), pairs.later(bram)]):
            assert (first, somebody(bram)) == ([cast["fatima"]], [cast["bram"]])
        assert somebody(fatima)[0] is not first[0]
    with django_assert_num_queries(1), ahead([somebody.later(fatima)]):
        assert somebody(fatima) == first


def test_nothing_is_asked_until_it_is_needed(cast: Cast, django_assert_num_queries: Callable[..., Any]) -> None:
    with django_assert_num_queries(1), ahead([somebody.later(cast["bram"].pk), pairs.later(cast["bram"].pk)]):
        assert somebody(cast["fatima"].pk) == [cast["fatima"]]


def test_nothing_is_left_after_the_block(cast: Cast, django_assert_num_queries: Callable[..., Any]) -> None:
    asked = [somebody.later(cast[name].pk) for name in ("fatima", "bram")]
    with pytest.raises(LookupError), ahead(asked):
        raise LookupError

    with django_assert_num_queries(1):
        asked[0]()


def test_amounts_keep_their_cents_and_bytes_are_refused(cast: Cast) -> None:
    def with_value(value: Any, field: "Field[Any, Any]") -> Asked:
        rows = User.objects.annotate(told=AsType(Value(value), field))
        return prepared(lambda user: rows.filter(pk=user)).later(cast["fatima"].pk)

    cents, plain = (with_value(n, DecimalField(max_digits=9, decimal_places=2)) for n in ("1234567.10", "12"))
    found = together([cents, plain])

    assert [str(found[one][0].told) for one in (cents, plain)] == ["1234567.10", "12.00"]
    with pytest.raises(TypeError, match="bytes"):
        together([cents, with_value("x", BinaryField())])
