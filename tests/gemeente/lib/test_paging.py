"""Pages of a list."""

import pytest
from django.http import QueryDict

from gemeente.lib.paging import LAST_PAGE, paginate
from gemeente.places.models import Theme


@pytest.fixture
def themes(db: None) -> object:
    Theme.objects.bulk_create(
        Theme(code=f"theme-{n}", name=f"Thema {n}", name_en=f"Theme {n}", scene="garden", position=n) for n in range(5)
    )
    return Theme.objects.order_by("position")


@pytest.mark.parametrize(
    ("query", "rows", "previous", "following"),
    [
        ("", [0, 1], None, "?pagina=2"),
        ("pagina=2", [2, 3], "?pagina=1", "?pagina=3"),
        ("pagina=3", [4], "?pagina=2", None),
        ("pagina=4", [], "?pagina=3", None),
        ("pagina=0", [0, 1], None, "?pagina=2"),
        ("pagina=-1", [0, 1], None, "?pagina=2"),
        ("pagina=²", [0, 1], None, "?pagina=2"),
        (f"pagina={LAST_PAGE + 1}", [0, 1], None, "?pagina=2"),
        ("pagina=" + "9" * 50, [0, 1], None, "?pagina=2"),
        ("pagina=00029999999999999", [0, 1], None, "?pagina=2"),
        ("pagina=" + "0" * 5000 + "1", [0, 1], None, "?pagina=2"),
        ("wijk=a&pagina=2", [2, 3], "?wijk=a&pagina=1", "?wijk=a&pagina=3"),
    ],
)
def test_paginate(query: str, rows: list[int], previous: str | None, following: str | None, themes: object) -> None:
    page = paginate(themes, QueryDict(query), size=2)

    assert ([theme.position for theme in page.rows], page.previous, page.next) == (rows, previous, following)


def test_paginate_never_counts(themes: object, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(1) as captured:
        paginate(themes, QueryDict(""), size=2)

    assert "COUNT" not in captured.captured_queries[0]["sql"]
