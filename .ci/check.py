"""`make check`: the checks that read code rather than run the portal. One line each, and more where one fails."""
# ruff: noqa: S603, T201

import os
import secrets
import subprocess
import sys
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
SKIPPED = {"node_modules", ".venv", ".build", ".local"}
PRODUCTION = {"PUBLIC_URL": "https://portaal.example", "DEMO": "0", "DEBUG": "0"}


def templates() -> list[str]:
    """Every template of ours, relative to the project."""
    found = [path.relative_to(PROJECT) for path in PROJECT.glob("**/templates/**/*.html")]
    return sorted(str(path) for path in found if not SKIPPED & set(path.parts))


def checks() -> list[tuple[str, list[str], dict[str, str]]]:
    """Name, command and additions to the environment of each check."""
    python = [sys.executable, "-m"]
    programs = Path(sys.executable).parent  # for the tools that are no Python modules
    manage = [sys.executable, "manage.py"]
    pages = ["pytest", "-q", "-n", os.environ.get("WORKERS", "2"), "-m", "html"]
    return [
        ("lint", [*python, "ruff", "check", "."], {}),
        ("format", [*python, "ruff", "format", "--check", "--quiet", "."], {}),
        ("types", [*python, "mypy", "gemeente", "wijken", "initiatives"], {}),
        ("templates", [str(programs / "djade"), "--check", "--target-version", "5.2", *templates()], {}),
        ("layers", [sys.executable, str(programs / "lint-imports")], {}),
        ("migrations", [*manage, "makemigrations", "--check", "--dry-run"], {}),
        ("production settings", [*manage, "check", "--deploy", "--fail-level", "WARNING"], PRODUCTION),
        ("translations", [*manage, "check_translations"], {}),
        ("HTML of pages", [*python, *pages], {"DJANGO_SETTINGS_MODULE": "tests.settings"}),
    ]


def passes(name: str, command: list[str], additions: dict[str, str]) -> bool:
    """Runs one check and tells how it went."""
    defaults = {
        "DJANGO_SETTINGS_MODULE": "gemeente.settings",
        "DEMO": "1",
        "PUBLIC_URL": "http://127.0.0.1:8000",
        "SECRET_KEY": secrets.token_urlsafe(50),
    }
    started = time.monotonic()
    done = subprocess.run(
        command,
        cwd=PROJECT,
        env=defaults | os.environ | additions,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    seconds = time.monotonic() - started
    print(f"{'ok    ' if done.returncode == 0 else 'FAILED'} {name} ({seconds:.1f} s)", flush=True)
    if done.returncode != 0 or command[2:3] == ["pytest"]:
        print(done.stdout.rstrip(), flush=True)
    return done.returncode == 0


def main() -> int:
    """Runs all checks, also after one that fails."""
    failed = [check[0] for check in checks() if not passes(*check)]
    if failed:
        print(f"Failed: {', '.join(failed)}.", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
