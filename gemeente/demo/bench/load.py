"""Asking a page again and again over some connections that stay open, and how long each answer took.

One thread without libraries, so that it takes little of the processor that the server needs.
"""

import selectors
import socket
import statistics
import time
from dataclasses import dataclass, field

PATIENCE = 30  # seconds for one answer


@dataclass(frozen=True)
class Request:
    """What is asked, ready to send."""

    port: int
    path: str
    headers: tuple[tuple[str, str], ...] = ()

    @property
    def raw(self) -> bytes:
        """As HTTP/1.1 over a connection that stays open."""
        lines = [f"GET {self.path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}"]
        lines += [f"{name}: {value}" for name, value in self.headers]
        return ("\r\n".join(lines) + "\r\n\r\n").encode()


@dataclass(frozen=True)
class Sample:
    """What came of it: seconds of each answer in order of size, how long all of it took, and the status of each."""

    seconds: list[float]
    lasted: float
    statuses: frozenset[int]

    @property
    def median(self) -> float:
        """Half of the answers were faster."""
        return statistics.median(self.seconds)

    @property
    def slow(self) -> float:
        """95 of 100 answers were faster."""
        return self.seconds[min(len(self.seconds) - 1, int(len(self.seconds) * 0.95))]

    @property
    def each(self) -> float:
        """Seconds of the server for each answer, all connections together."""
        return self.lasted / len(self.seconds)


@dataclass
class Line:
    """One connection, and what came in of the present answer."""

    link: socket.socket
    since: float = 0.0
    received: bytearray = field(default_factory=bytearray)
    wanted: int = 0  # bytes of the whole answer; 0 until its head is in

    def ask(self, raw: bytes) -> None:
        """Send the request anew."""
        self.received.clear()
        self.wanted = 0
        self.since = time.perf_counter()
        self.link.sendall(raw)

    def hear(self) -> int:
        """Take what came in; the status once the answer is complete, else 0."""
        part = self.link.recv(262_144)
        if not part:
            raise ConnectionError("the server closed the connection")
        self.received += part
        if not self.wanted:
            self.wanted = size_of_answer(self.received)
        return int(self.received[9:12]) if self.wanted and len(self.received) >= self.wanted else 0


def size_of_answer(received: bytes | bytearray) -> int:
    """How many bytes an answer has, head included; 0 while its head is not in. Raises ValueError without a length."""
    head, end, _rest = bytes(received).partition(b"\r\n\r\n")
    if not end:
        return 0
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return len(head) + 4 + int(line.split(b":")[1])
    if head[9:12] == b"304":
        return len(head) + 4
    raise ValueError(f"an answer without length: {head[:200]!r}")


def measure(request: Request, seconds: float, connections: int) -> Sample:
    """Ask over and over for so many seconds. Raises ConnectionError or ValueError without a good answer."""
    lines = [Line(socket.create_connection(("127.0.0.1", request.port), PATIENCE)) for _ in range(connections)]
    found: list[float] = []
    statuses: set[int] = set()
    raw, begun = request.raw, time.perf_counter()
    with selectors.DefaultSelector() as selector:
        for line in lines:
            line.link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            selector.register(line.link, selectors.EVENT_READ, line)
            line.ask(raw)
        waiting = connections
        while waiting:
            ready = selector.select(PATIENCE)
            if not ready:
                raise ConnectionError(f"no answer to {request.path} within {PATIENCE} seconds")
            for key, _events in ready:
                status = key.data.hear()
                if not status:
                    continue
                now = time.perf_counter()
                found.append(now - key.data.since)
                statuses.add(status)
                if now - begun < seconds:
                    key.data.ask(raw)
                else:
                    waiting -= 1
    lasted = time.perf_counter() - begun
    for line in lines:
        line.link.close()
    return Sample(sorted(found), lasted, frozenset(statuses))
