"""How long the pieces are and how they hang together, as Markdown: python .ci/measure.py. It imports nothing."""
# ruff: noqa: T201

import ast
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median, quantiles

PROJECT = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
ROOTS = ("gemeente", "wijken", "initiatives")
DATA = "gemeente/demo/content"  # what the demo tells: texts, not code


def modules(*roots: str) -> dict[str, ast.Module]:
    """Each module of ours by its path, without migrations."""
    paths = [path for root in roots for path in sorted((PROJECT / root).rglob("*.py"))]
    ours = [path for path in paths if "migrations" not in path.parts]
    return {str(path.relative_to(PROJECT)): ast.parse(path.read_text()) for path in ours}


def lines(path: str) -> int:
    """Lines of a file."""
    return len((PROJECT / path).read_text().splitlines())


def functions(trees: dict[str, ast.Module]) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef, int]]:
    """Each function: where, node, lines from its `def` to its end."""
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path}:{node.name}", node, (node.end_lineno or node.lineno) - node.lineno + 1


def is_view(where: str, node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """A function of a views module that takes a request and that an address may name."""
    named = re.search(r"views", where.split(":")[0])
    takes = node.args.args and node.args.args[0].arg == "request"
    return bool(named and takes and not node.name.startswith("_"))


def row(what: str, sizes: Iterable[tuple[str, int]], aim: int) -> str:
    """One line of the table: how many, the middle one, 95 of 100, the longest, and those over the aim."""
    found = sorted(sizes, key=lambda pair: pair[1])
    numbers = [size for _, size in found]
    over = sum(size > aim for size in numbers)
    p95 = quantiles(numbers, n=20)[-1]
    longest, most = found[-1]
    return f"| {what} | {len(found):,} | {median(numbers):.0f} | {p95:.0f} | {most} (`{longest}`) | {over} over {aim} |"


def imports(path: str, tree: ast.Module, known: set[str]) -> Iterator[tuple[str, str, bool]]:
    """(importer, imported, inside a function) for each import of ours; those for types alone are left out."""
    here = name_of(path)
    package = here if path.endswith("__init__.py") else here.rpartition(".")[0]

    def walk(node: ast.AST, inside: bool) -> Iterator[tuple[str, str, bool]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
                continue
            if isinstance(child, ast.Import):
                yield from ((here, alias.name, inside) for alias in child.names if alias.name in known)
            elif isinstance(child, ast.ImportFrom):
                base = child.module or ""
                if child.level:
                    above = package.split(".")[: len(package.split(".")) - child.level + 1]
                    base = ".".join([*above, *([base] if base else [])])
                for alias in child.names:
                    deep = f"{base}.{alias.name}"
                    target = deep if deep in known else base
                    if target in known:
                        yield here, target, inside
            is_function = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
            yield from walk(child, inside or is_function)

    yield from walk(tree, inside=False)


def name_of(path: str) -> str:
    """The dotted name of a module."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def cycles(edges: dict[str, set[str]]) -> list[list[str]]:
    """Groups of modules that reach each other by imports (strongly connected, two or more)."""

    def reach(start: str) -> set[str]:
        seen: set[str] = set()
        todo = [start]
        while todo:
            for found in edges.get(todo.pop(), ()):
                if found not in seen:
                    seen.add(found)
                    todo.append(found)
        return seen

    reached = {module: reach(module) for module in edges}
    groups = {
        tuple(sorted(other for other in found if module in reached.get(other, set()) and module in found))
        for module, found in reached.items()
    }
    return sorted([list(group) for group in groups if len(group) > 1], key=len, reverse=True)


def app_of(module: str) -> str:
    """The app a module belongs to: gemeente.cases, wijken, initiatives."""
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "gemeente" else parts[0]


def main() -> None:
    """Prints the tables."""
    ours, tests = modules(*ROOTS), modules("tests")
    code = {path: tree for path, tree in ours.items() if not path.startswith(DATA)}
    templates = [str(path.relative_to(PROJECT)) for path in sorted((PROJECT / "templates").rglob("*.html"))]
    made, tested = list(functions(code)), list(functions(tests))
    print("| lines of each | how many | median | 95 % | longest | over the aim |\n|---|---|---|---|---|---|")
    print(row("modules", ((path, lines(path)) for path in code), 400))
    print(row("functions", ((where, size) for where, _, size in made), 50))
    print(row("views", ((where, size) for where, node, size in made if is_view(where, node)), 30))
    classes = [
        (f"{path}:{node.name}", (node.end_lineno or 0) - node.lineno + 1)
        for path, tree in code.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    ]
    print(row("classes", classes, 150))
    print(row("templates", ((path, lines(path)) for path in templates), 150))
    print(row("test modules", ((path, lines(path)) for path in tests), 400))
    print(row("functions of tests", ((where, size) for where, _, size in tested), 50))

    known = {name_of(path) for path in ours}
    found = {edge for path, tree in code.items() for edge in imports(path, tree, known)}
    edges: dict[str, set[str]] = {}
    apps: dict[str, set[str]] = {}
    for importer, imported, _ in found:
        edges.setdefault(importer, set()).add(imported)
        if app_of(importer) != app_of(imported):
            apps.setdefault(app_of(importer), set()).add(app_of(imported))
    groups = cycles(edges)
    code_lines, test_lines = sum(map(lines, code)), sum(map(lines, tests))
    direct = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]["dependencies"]
    print("\n| what | how many |\n|---|---|")
    print(f"| lines of code (without demo texts) | {code_lines:,} |")
    print(f"| lines of tests | {test_lines:,} ({test_lines / code_lines:.2f} to 1) |")
    print(f"| lines of templates | {sum(map(lines, templates)):,} |")
    print(f"| imports of ours inside a function | {sum(inside for _, _, inside in found)} |")
    print(f"| import cycles between apps | {len(cycles(apps))} |")
    print(f"| import cycles between modules | {'; '.join(' '.join(group) for group in groups) or 'none'} |")
    print(f"| direct dependencies of the portal | {len(direct)} |")


if __name__ == "__main__":
    main()
