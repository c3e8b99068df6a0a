"""Queries that are put together once."""

from typing import Any

import pytest
from django.db.models import Exists, OuterRef, QuerySet, Value
from django.utils import timezone

from gemeente.accounts.models import RoleAssignment
from gemeente.activity.models import Notice
from gemeente.lib.prepared import Person, prepared
from gemeente.users.models import User

Cast = dict[str, User | None]


@prepared
def named(name: Any, *, most: int) -> QuerySet[User]:
    others = User.objects.filter(name=name).exclude(pk=OuterRef("pk"))
    return User.objects.filter(name=name).annotate(has_double=Exists(others)).order_by("pk")[:most]


@prepared
def pairs(first: Any, second: Any) -> QuerySet[Any, Any]:
    return (
        User.objects.filter(pk=first)
        .values_list(Value("first"), "pk")
        .union(User.objects.filter(pk=second).values_list(Value("second"), "pk"))
    )


@prepared
def roles_of(user: Any) -> QuerySet[RoleAssignment]:
    return RoleAssignment.objects.filter(user=user).select_related("user__profile").prefetch_related("user__notices")


def test_prepared_query_gives_each_asker_her_own_rows(cast: Cast) -> None:
    fatima, bram = cast["fatima"], cast["bram"]

    asked = [[user.pk for user in named(somebody.name, most=5)] for somebody in (fatima, bram, fatima)]

    assert asked == [[fatima.pk], [bram.pk], [fatima.pk]]
    assert named("niemand", most=5) == []


def test_prepared_query_knows_annotations_and_slices(cast: Cast) -> None:
    User.objects.create(email="dubbel@example.org", name=cast["fatima"].name)

    assert [user.has_double for user in named(cast["fatima"].name, most=5)] == [True, True]
    assert len(named(cast["fatima"].name, most=1)) == 1


def test_prepared_query_gives_plain_rows_of_a_union(cast: Cast) -> None:
    rows = pairs(cast["fatima"].pk, cast["bram"].pk)

    assert sorted(rows) == [("first", cast["fatima"].pk), ("second", cast["bram"].pk)]


def test_prepared_query_joins_and_prefetches(cast: Cast, django_assert_num_queries: Any) -> None:
    roles_of(cast["noor"].pk)

    with django_assert_num_queries(2):
        rows = roles_of(cast["noor"].pk)
        assert [row.user.profile.user_id for row in rows] == [cast["noor"].pk] * len(rows)
        assert rows
        assert list(rows[0].user.notices.all()) == []


def test_prepared_query_asks_as_querysets_do(cast: Cast) -> None:
    unread = prepared(lambda user: Notice.objects.visible_to(Person(user)).unread())

    assert unread(cast["fatima"].pk) == list(Notice.objects.visible_to(cast["fatima"]).unread())


@pytest.mark.parametrize(
    "make",
    [
        lambda user: User.objects.filter(pk=user, created_at__lte=timezone.now()),
        lambda user: RoleAssignment.objects.filter(user=user).on(timezone.localdate()),
    ],
)
def test_prepared_query_refuses_a_moment_of_its_own(make: Any, db: None) -> None:
    with pytest.raises(ValueError, match="moment of now"):
        prepared(make)(1)


def test_prepared_query_refuses_a_value_it_does_not_use(db: None) -> None:
    with pytest.raises(ValueError, match="not used"):
        prepared(lambda user, _other: User.objects.filter(pk=user))(1, 2)
