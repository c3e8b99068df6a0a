"""`make bench`: its parts. How fast anything is, is not tested."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from gemeente.demo.bench.ground import pages_of
from gemeente.demo.bench.load import Request, Sample, measure, size_of_answer
from gemeente.demo.bench.report import COLD, KEPT, SAME, SMALL, Found, cost, growth, misses, write_report
from gemeente.demo.bench.servers import of_database
from gemeente.demo.bench.visit import Visit, linked_files

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhallo"


@pytest.fixture
def port() -> Iterator[int]:
    """A server that says hello to each request, in two pieces."""
    listening = socket.create_server(("127.0.0.1", 0))

    def talk(link: socket.socket) -> None:
        with link:
            while link.recv(4096):
                link.sendall(ANSWER[:30])
                link.sendall(ANSWER[30:])

    def serve() -> None:
        while True:
            try:
                link, _address = listening.accept()
            except OSError:
                return
            threading.Thread(target=talk, args=[link], daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    yield listening.getsockname()[1]
    listening.close()


@pytest.mark.parametrize("connections", [1, 3])
def test_answers_are_counted(connections: int, port: int) -> None:
    sample = measure(Request(port, "/", (("Cookie", "a=b"),)), 0.05, connections)

    assert len(sample.seconds) >= connections
    assert sample.statuses == {200}
    assert 0 < sample.median <= sample.slow <= sample.lasted


def test_request_is_what_a_browser_sends() -> None:
    assert (
        Request(80, "/x", (("Cookie", "a=b"),)).raw == b"GET /x HTTP/1.1\r\nHost: 127.0.0.1:80\r\nCookie: a=b\r\n\r\n"
    )


@pytest.mark.parametrize(
    ("received", "size"),
    [(b"HTTP/1.1 200 OK\r\nContent", 0), (ANSWER, len(ANSWER)), (b"HTTP/1.1 304 Not Modified\r\n\r\n", 29)],
)
def test_size_of_an_answer(received: bytes, size: int) -> None:
    assert size_of_answer(received) == size


def test_answer_without_length_is_refused() -> None:
    with pytest.raises(ValueError, match="without length"):
        size_of_answer(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")


def test_linked_files() -> None:
    html = (
        '<link rel="stylesheet" href="/a.css"><link rel="icon" href="/i.svg"><script src="/b.js" defer></script>'
        '<link rel="preload" href="/f.woff2" as="font"><link rel=stylesheet href="/a.css">'
    )

    assert linked_files(html) == ["/a.css", "/b.js", "/f.woff2"]


def test_other_database_on_the_same_server() -> None:
    assert (
        of_database("postgresql://postgres@%2Ftmp%2Fs:5432/one", "two") == "postgresql://postgres@%2Ftmp%2Fs:5432/two"
    )


def sample(seconds: float) -> Sample:
    """A hundred answers of so many seconds."""
    return Sample([seconds] * 100, seconds * 100, frozenset({200}))


def found(name: str, kept: float, cold: float, small: float, *, is_public: bool = True) -> Found:
    """A page that was measured in two rounds, the second one twice as slow as everything then was."""
    page = Found(name, is_public, queries=4, bytes=20_000)
    for variant, seconds in ((KEPT, kept), (COLD, cold), (SMALL, small), (SAME, kept)):
        for connections in (1, 8):
            for times in (1, 2):
                page.add(variant, connections, sample(seconds * times))
    return page


def test_costs_are_multiples_of_the_floor_round_by_round() -> None:
    floor, page = found("floor", 0.001, 0.001, 0.001), found("list", 0.0005, 0.003, 0.0025)

    assert [cost(page, floor, KEPT, n) for n in (1, 8)] == pytest.approx([0.5, 0.5])
    assert cost(page, floor, COLD, 1) == pytest.approx(3)
    assert growth(page) == pytest.approx(1.2)
    assert cost(Found("new", is_public=True), floor, KEPT, 1) is None


def test_what_does_not_hold_is_named() -> None:
    floor = found("floor", 0.001, 0.001, 0.001)
    good, heavy = found("list", 0.0005, 0.002, 0.002), found("search", 0.0005, 0.004, 0.002)
    heavy.queries, heavy.visit = 7, Visit(9, 60 * 1024)

    report = write_report([good, heavy], floor, floor, (300 * 2**20, 100 * 2**20), {"day": "today"})

    assert misses(good, floor) == []
    assert "**list**" not in report
    for words in (
        "**search**",
        "made anew 4.00 F at 8",
        "grows 2.00",
        "7 queries",
        "60 KiB",
        "9 requests",
        "3.00 times",
    ):
        assert words in report
    assert "All of them hold" in write_report([good], floor, floor, (0, 0), {})


def test_pages_of_all_readers_are_measured() -> None:
    pages = pages_of("oostgaarde", "tuin", "eigen")

    assert {page.person for page in pages} == {"", "owner", "desk"}
    assert len({page.name for page in pages}) == len(pages)


def test_floor_answers() -> None:
    program = (
        "from gemeente.demo.bench import floor\n"
        "from django.db import connection\n"
        "from django.test import Client\n"
        "floor.ROWS = 30\n"
        "with connection.cursor() as cursor: cursor.execute('DROP TABLE IF EXISTS floor_row')\n"
        "floor.fill()\n"
        "for path in ('/vast/', '/lijst/'):\n"
        "    page = Client(headers={'host': '127.0.0.1'}).get(path)\n"
        "    size = len(page.content)\n"
        "    print(page.status_code, size // 1000, page.headers['Content-Length'] == str(size))\n"
        "with connection.cursor() as cursor: cursor.execute('DROP TABLE floor_row')\n"
    )
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}

    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )

    sizes = [line.split() for line in done.stdout.splitlines()]
    assert [(status, is_told) for status, _size, is_told in sizes] == [("200", "True")] * 2, done.stderr
    assert all(17 <= int(size) <= 24 for _status, size, _told in sizes), sizes
