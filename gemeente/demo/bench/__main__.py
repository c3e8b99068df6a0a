"""Measure the portal with a small and a large town, and write docs/benchmarks.md.

python -m gemeente.demo.database run --throwaway -- python -m gemeente.demo.bench [--quick]
"""

import argparse
import datetime as dt
import json
import os
import platform
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from gemeente.demo.bench.load import Request, measure
from gemeente.demo.bench.report import COLD, CONSTANT, FLOOR, KEPT, SAME, SMALL, Found, write_report
from gemeente.demo.bench.servers import Server, of_database, portal_environment, web_server
from gemeente.demo.bench.visit import fetch, first_visit
from gemeente.demo.run import PROJECT

CONNECTIONS = (1, 8)
FULL = {"small": 1000, "large": 100_000, "rounds": 3, "seconds": 2.0}
QUICK = {"small": 500, "large": 10_000, "rounds": 1, "seconds": 0.5}
WARM_SECONDS = 0.3


def main(arguments: list[str]) -> int:
    """Entry point."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a short run that only prints")
    quick = parser.parse_args(arguments).quick
    plan, url, begun = QUICK if quick else FULL, os.environ["DATABASE_URL"], time.monotonic()
    urls = make_databases(url, plan)
    print("Measuring", flush=True)
    with ExitStack() as stack:
        servers = start_servers(stack, urls)
        report = measure_all(servers, urls, plan)
    report += f"\nThis took {time.monotonic() - begun:.0f} seconds.\n"
    print(report)
    if not quick:
        (PROJECT / "docs" / "benchmarks.md").write_text(report)
    return 0


# --- Databases ------------------------------------------------------------------------------------------------------
def make_databases(url: str, plan: dict[str, Any]) -> dict[str, str]:
    """The floor's, and a small and a large town; their addresses by name."""
    urls = {name: of_database(url, f"bench_{name}") for name in (FLOOR, "small", "large")}
    create(url, "bench_floor")
    create(url, "bench_small")
    run(["-m", "gemeente.demo.bench.floor"], os.environ | {"DATABASE_URL": urls[FLOOR]})
    small = portal_environment(urls["small"], is_cold=False) | {"DATABASE_POOL_SIZE": "0"}
    run(["-m", "gemeente.demo.run", "prepare"], small)
    run(["manage.py", "seed_many", str(plan["small"])], small)
    create(url, "bench_large", template="bench_small")
    run(["manage.py", "seed_many", str(plan["large"] - plan["small"])], small | {"DATABASE_URL": urls["large"]})
    for name in urls:
        with psycopg.connect(of_database(url, f"bench_{name}"), autocommit=True) as link:
            link.execute("VACUUM ANALYZE")  # as it would be the next morning
    return urls


def create(url: str, name: str, template: str = "template1") -> None:
    """Make a database."""
    with psycopg.connect(url, autocommit=True) as link:
        words = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        link.execute(words.format(sql.Identifier(name), sql.Identifier(template)))


def run(command: list[str], environment: dict[str, str]) -> None:
    """Run a program of ours to its end."""
    print(f"Preparing: {' '.join(command)}", flush=True)
    subprocess.run([sys.executable, *command], cwd=PROJECT, env=environment, check=True, stdout=subprocess.DEVNULL)


# --- Measuring ------------------------------------------------------------------------------------------------------
def start_servers(stack: ExitStack, urls: dict[str, str]) -> dict[str, Server]:
    """The bare server, the portal as it is served, and made anew for each reader with a small and a large town."""

    def portal(name: str, *, is_cold: bool) -> Server:
        environment = portal_environment(urls[name], is_cold=is_cold)
        return stack.enter_context(web_server("gemeente.wsgi:application", environment))

    bare = os.environ | {"DATABASE_URL": urls[FLOOR]}
    return {
        FLOOR: stack.enter_context(web_server("gemeente.demo.bench.floor:application", bare)),
        KEPT: portal("large", is_cold=False),
        COLD: portal("large", is_cold=True),
        SMALL: portal("small", is_cold=True),
    }


def look(url: str) -> dict[str, Any]:
    """Addresses, sessions and queries of a database (bench.ground)."""
    environment = portal_environment(url, is_cold=False) | {"DATABASE_POOL_SIZE": "0"}
    command = [sys.executable, "-m", "gemeente.demo.bench.ground"]
    done = subprocess.run(command, cwd=PROJECT, env=environment, check=True, stdout=subprocess.PIPE)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def measure_all(servers: dict[str, Server], urls: dict[str, str], plan: dict[str, Any]) -> str:
    """All rounds, and the report of them."""
    grounds = {name: look(urls[name]) for name in ("small", "large")}
    floor, constant = Found(FLOOR, is_public=True), Found(CONSTANT, is_public=True)
    constant.bytes = len(fetch(servers[FLOOR].port, "/vast/"))
    pages = [
        Found(page["name"], not page["person"], page["queries"], page["bytes"]) for page in grounds["large"]["pages"]
    ]
    for page, told in zip(pages, grounds["large"]["pages"], strict=True):
        page.visit = first_visit(servers[KEPT].port, told["path"]) if page.is_public and page.name != "feed" else None
    port = servers[FLOOR].port
    jobs = [(floor, KEPT, Request(port, "/lijst/")), (constant, KEPT, Request(port, "/vast/"))]
    for number, page in enumerate(pages):
        jobs += [(page, variant, request) for variant, request in requests_of(page, number, grounds, servers)]
    for _page, _variant, request in jobs:
        measure(request, WARM_SECONDS, 4)
    for connections in CONNECTIONS:
        for turn in range(plan["rounds"]):
            print(f"  {connections} connections, round {turn + 1} of {plan['rounds']}", flush=True)
            for page, variant, request in jobs:
                if variant == SAME and connections > 1:
                    continue
                sample = measure(request, plan["seconds"], connections)
                expected = {304} if variant == SAME else {200}
                if sample.statuses != expected:
                    raise RuntimeError(f"{request.path} ({variant}) answers {sorted(sample.statuses)}")
                page.add(variant, connections, sample)
    memory = servers[KEPT].memory(), servers[FLOOR].memory()
    return write_report(pages, floor, constant, memory, facts(plan))


def requests_of(
    page: Found, number: int, grounds: dict[str, Any], servers: dict[str, Server]
) -> list[tuple[str, Request]]:
    """In which ways a page is asked for: its address and the reader's session are those of each town."""
    found = []
    for variant, name in ((KEPT, "large"), (COLD, "large"), (SMALL, "small")):
        if variant == KEPT and not page.is_public:
            continue
        ground = grounds[name]
        told = ground["pages"][number]
        session = ground["sessions"].get(told["person"])
        headers = (("Cookie", f"{ground['cookie']}={session}"),) if session else ()
        found.append((variant, Request(servers[variant].port, told["path"], headers)))
    if page.is_public:
        request = found[0][1]
        tag = tag_of(request)
        found.append((SAME, Request(request.port, request.path, (("If-None-Match", tag),))))
    return found


def tag_of(request: Request) -> str:
    """The ETag that a page has now."""
    import urllib.request

    with urllib.request.urlopen(f"http://127.0.0.1:{request.port}{request.path}", timeout=30) as response:
        return str(response.headers["ETag"])


def facts(plan: dict[str, Any]) -> dict[str, str]:
    """When, on what, and with how many."""
    commit = subprocess.run(
        ["git", "log", "-1", "--format=%h"], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    return {
        "day": dt.datetime.now(tz=dt.UTC).date().isoformat(),
        "commit": commit.stdout.strip() or "unknown",
        "machine": f"{processor()}, {os.cpu_count()} processors, Python {platform.python_version()}",
        "initiatives": f"{plan['small']:,} in the small town, {plan['large']:,} in the large one",
        "rounds": f"{plan['rounds']} of {plan['seconds']} seconds for each page; granian with 2 workers",
    }


def processor() -> str:
    """What this machine calls its processor."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
