"""The web servers of a measurement: the same program with two workers for each, and the memory they share."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from gemeente.demo.processes import owned, wait_until
from gemeente.demo.run import HOST, PROJECT, answers, is_free, stop

WORKERS = 2
FIRST_PORT = 8600


def free_port() -> int:
    """A port that nobody listens on."""
    return next(port for port in range(FIRST_PORT, FIRST_PORT + 500) if is_free(port))


def of_database(url: str, name: str) -> str:
    """The address of another database on the same server."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


@contextmanager
def web_server(application: str, environment: dict[str, str]) -> Iterator["Server"]:
    """Serve a WSGI application until the end of the block."""
    port = free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port)]
    command += ["--log-level", "warning", "--workers", str(WORKERS), "--blocking-threads", "4", application]
    here = environment | {"PUBLIC_URL": f"http://{HOST}:{port}"}
    child = subprocess.Popen(owned(command, signal.SIGTERM, session=True), cwd=PROJECT, env=here)
    try:
        if not wait_until(lambda: child.poll() is not None or answers(port), 60) or child.poll() is not None:
            raise RuntimeError(f"the server of {application} did not start")
        yield Server(port, child.pid)
    finally:
        stop([child])


class Server:
    """A running web server."""

    def __init__(self, port: int, pid: int) -> None:
        self.port, self.pid = port, pid

    def memory(self) -> int:
        """Bytes of its processes, what they share counted once (PSS); 0 where the system does not tell."""
        return sum(proportional(pid) for pid in family(self.pid))


def family(pid: int) -> list[int]:
    """A process and everything it started."""
    children: list[int] = []
    for listing in Path("/proc", str(pid), "task").glob("*/children"):
        children += [int(word) for word in listing.read_text().split()]
    return [pid, *(one for child in children for one in family(child))]


def proportional(pid: int) -> int:
    """The share of memory of one process, in bytes."""
    try:
        text = Path("/proc", str(pid), "smaps_rollup").read_text()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in text.splitlines() if line.startswith("Pss:"))


def portal_environment(url: str, *, is_cold: bool) -> dict[str, str]:
    """The configuration of a portal to measure: a demo, as `make run` has it."""
    secret = "for-measuring-only-" + "x" * 50
    settings = "gemeente.demo.bench.cold_settings" if is_cold else "gemeente.settings"
    told = {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": settings, "SECRET_KEY": secret, "DEMO": "1"}
    return os.environ | told | {"LOG_LEVEL": "ERROR", "PUBLIC_URL": f"http://{HOST}:8000"}
