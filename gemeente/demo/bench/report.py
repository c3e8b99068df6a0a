"""The measurement as a page of the documentation: what the columns mean, the table, and what does not hold."""

import statistics
from dataclasses import dataclass, field

from gemeente.demo.bench.load import Sample
from gemeente.demo.bench.visit import Visit

FLOOR, CONSTANT = "floor", "constant"
PUBLIC_COST, SIGNED_COST, GROWTH, MEMORY = 2.5, 6.0, 1.2, 2.2  # times the floor; growth: times itself
QUERIES = {"list": 6, "initiative": 8}  # of public pages; of who signed in SIGNED_QUERIES
SIGNED_QUERIES = 12
FIRST_VISIT, FIRST_VISIT_MAP, REQUESTS = 50 * 1024, 120 * 1024, 6
KEPT, COLD, SMALL, SAME = "as served", "first", "small", "not changed"

EXPLAINED = """\
**F** is the cost of a page that does nearly nothing: a bare Django list of 20 rows by one query, 20 kB, without
middleware, on the same server in the same minutes. A page of 2 F takes the server twice as long. So the table can be
compared between machines, while seconds cannot. Rounds alternate (F, page, page, F, page, page); each number is the
median of the rounds.

- **first visit**: page, styles and scripts + fonts, compressed, and in how many requests. Without pictures.
- **as served**: as visitors get it. Their pages are kept until something public changes (decision 11).
- **first**: the page made anew, as the first visitor after a change gets it; who signed in always gets it so.
- **1** and **8**: at one connection the median time of an answer, at eight the server's time for each answer.
- **p95**: 95 of 100 answers were faster than this many times F (the median of F, one connection, made anew).
- **growth**: the page made anew with the large town, divided by the small one, at one connection.
- **not changed**: what it costs to say so (304) to who has the page already.
"""


@dataclass
class Found:
    """All that was measured of one page: samples by variant and connections, round by round."""

    name: str
    is_public: bool
    queries: int = 0
    bytes: int = 0
    visit: Visit | None = None
    samples: dict[tuple[str, int], list[Sample]] = field(default_factory=dict)

    def add(self, variant: str, connections: int, sample: Sample) -> None:
        """One round."""
        self.samples.setdefault((variant, connections), []).append(sample)


def cost(page: Found, floor: Found, variant: str, connections: int) -> float | None:
    """How many times F, as the median over the rounds; None where it was not measured."""
    rounds = page.samples.get((variant, connections))
    if not rounds:
        return None
    base = floor.samples[KEPT, connections]
    if connections == 1:
        return statistics.median(one.median / other.median for one, other in zip(rounds, base, strict=True))
    return statistics.median(one.each / other.each for one, other in zip(rounds, base, strict=True))


def slow_cost(page: Found, floor: Found) -> float | None:
    """The 95th percentile of the page made anew, as a multiple of the median of F."""
    rounds = page.samples.get((COLD, 1))
    if not rounds:
        return None
    base = floor.samples[KEPT, 1]
    return statistics.median(one.slow / other.median for one, other in zip(rounds, base, strict=True))


def growth(page: Found) -> float | None:
    """The large town divided by the small one, round by round."""
    large, small = page.samples.get((COLD, 1)), page.samples.get((SMALL, 1))
    if not large or not small:
        return None
    return statistics.median(one.median / other.median for one, other in zip(large, small, strict=True))


# --- What does not hold ---------------------------------------------------------------------------------------------
def misses(page: Found, floor: Found) -> list[str]:
    """Which budgets a page does not keep, in words; empty when it keeps all."""
    found = []
    most = PUBLIC_COST if page.is_public else SIGNED_COST
    variant = KEPT if page.is_public else COLD
    for connections in (1, 8):
        times = cost(page, floor, variant, connections)
        if times is not None and times > most:
            found.append(f"{times:.2f} F at {connections} connections, at most {most} F")
        first = cost(page, floor, COLD, connections)
        if page.is_public and first is not None and first > most:
            found.append(f"made anew {first:.2f} F at {connections} connections, at most {most} F")
    grown = growth(page)
    if grown is not None and grown > GROWTH:
        found.append(f"grows {grown:.2f} times, at most {GROWTH}")
    allowed = most_queries(page)
    if page.queries > allowed:
        found.append(f"{page.queries} queries, at most {allowed}")
    if page.visit:
        heaviest = FIRST_VISIT_MAP if page.name == "map" else FIRST_VISIT
        if page.visit.bytes > heaviest:
            found.append(f"a first visit weighs {kib(page.visit.bytes)} KiB, at most {kib(heaviest)}")
        if page.visit.requests > REQUESTS:
            found.append(f"a first visit takes {page.visit.requests} requests, at most {REQUESTS}")
    return found


def most_queries(page: Found) -> int:
    """How many queries a page may ask."""
    if not page.is_public:
        return SIGNED_QUERIES
    return QUERIES["list"] if page.name.startswith(("list", "search", "home")) else QUERIES["initiative"]


# --- The page -------------------------------------------------------------------------------------------------------
def write_report(
    pages: list[Found], floor: Found, constant: Found, memory: tuple[int, int], facts: dict[str, str]
) -> str:
    """All of it as Markdown. `memory` is that of the portal and of the floor, in bytes."""
    parts = [
        "# What pages cost\n\nMade by `make bench`; do not edit.\n",
        EXPLAINED,
        "\n".join(f"- {name}: {value}" for name, value in facts.items()) + "\n",
        table(pages, floor, constant),
        memory_line(memory),
        verdict(pages, floor, memory),
    ]
    return "\n".join(parts)


def table(pages: list[Found], floor: Found, constant: Found) -> str:
    """One line a page."""
    head = ["page", "queries", "kB", "first visit", "as served 1", "8", "first 1", "8", "p95", "growth", "not changed"]
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    for page in [constant, *pages]:
        visit = f"{kib(page.visit.bytes)} + {kib(page.visit.fonts)} KiB in {page.visit.requests}" if page.visit else "-"
        cells = [page.name, str(page.queries or "-"), f"{page.bytes / 1000:.0f}", visit]
        costs = [cost(page, floor, variant, n) for variant in (KEPT, COLD) for n in (1, 8)]
        costs += [slow_cost(page, floor), growth(page), cost(page, floor, SAME, 1)]
        cells += ["-" if value is None else f"{value:.2f}" for value in costs]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def memory_line(memory: tuple[int, int]) -> str:
    """What two workers take, after all of this."""
    portal, floor = memory
    if not floor:
        return "Memory: this system does not tell.\n"
    return (
        f"Memory of two workers after the measurement: {portal / 2**20:.0f} MiB, of the bare server "
        f"{floor / 2**20:.0f} MiB: {portal / floor:.2f} times (at most {MEMORY}).\n"
    )


def verdict(pages: list[Found], floor: Found, memory: tuple[int, int]) -> str:
    """The budgets, and by name each one that does not hold."""
    lines = [
        "## Budgets\n",
        f"Public pages at most {PUBLIC_COST} F, also when made anew; pages of who signed in {SIGNED_COST} F; growth at "
        f"most {GROWTH}; queries: public lists {QUERIES['list']}, other public pages {QUERIES['initiative']}, signed "
        f"in {SIGNED_QUERIES}; a first visit {kib(FIRST_VISIT)} KiB (with a map {kib(FIRST_VISIT_MAP)}) in {REQUESTS} "
        f"requests; memory {MEMORY} times the bare server.\n",
    ]
    broken = [f"- **{page.name}**: {'; '.join(misses(page, floor))}." for page in pages if misses(page, floor)]
    if memory[1] and memory[0] / memory[1] > MEMORY:
        broken.append(f"- **memory**: {memory[0] / memory[1]:.2f} times, at most {MEMORY}.")
    lines += ["Not kept:\n", *broken] if broken else ["All of them hold."]
    return "\n".join(lines) + "\n"


def kib(size: int) -> str:
    """Bytes in KiB."""
    return f"{size / 1024:.0f}"
