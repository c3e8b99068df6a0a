"""`make run`: prepares the database, then runs web server and worker until Ctrl-C.

    python -m gemeente.demo.database run -- python -m gemeente.demo.run

With the word `prepare` it does the Django part of that only, in a process of its own.
"""

import io
import os
import secrets
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from gemeente.demo.processes import Relay, StopRequestError, owned, wait_until

PROJECT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
ANSWER_SECONDS = 60
PATIENCE = 15  # seconds that a child gets to finish what it is doing


class RunError(Exception):
    """Something the person at the keyboard can mend, told in one sentence."""


def read_port() -> int:
    """The port to listen on. Refuses nonsense, and one that another program listens on."""
    text = os.environ.get("PORT") or "8000"
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise RunError(f"PORT must be a number from 1 to 65535, not {text}.")
    port = int(text)
    # A portal that was killed a moment ago may still be closing.
    if not wait_until(lambda: is_free(port), 3):
        raise RunError(f"Port {port} is taken by another program: choose one, for example PORT={port + 100}.")
    return port


def is_free(port: int) -> bool:
    """Whether we can listen on the port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def kept_secret() -> str:
    """The secret key of this folder's portal: made once and readable by its owner only."""
    path = PROJECT / ".local" / "secret_key"
    path.parent.mkdir(exist_ok=True)
    with suppress(FileExistsError):
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(50))
    return path.read_text().strip()


def local_environment(port: int) -> dict[str, str]:
    """The configuration of a local demo; what the environment says already wins."""
    defaults = {
        "DJANGO_SETTINGS_MODULE": "gemeente.settings",
        "DEMO": "1",
        "LOG_LEVEL": "WARNING",
        "PUBLIC_URL": f"http://{HOST}:{port}",
        "PYTHONUNBUFFERED": "1",
        "SECRET_KEY": os.environ.get("SECRET_KEY") or kept_secret(),
    }
    return defaults | os.environ


# --- In the process that prepares -------------------------------------------------------------------------------------
def prepare() -> str:
    """Brings the database and the static files up to date; returns what must be mended before that can be."""
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import CommandError
    from django.db import OperationalError
    from environs.exceptions import EnvValidationError

    try:
        django.setup()
        take_steps()
    except (CommandError, EnvValidationError, ImproperlyConfigured) as error:
        return str(error)
    except OperationalError as error:
        return f"The database gives no answer: {error}".strip()
    return ""


def take_steps() -> None:
    """The commands that prepare; each may be repeated."""
    from django.core.management import call_command

    refuse_other_tables()
    is_demo = os.environ.get("DEMO") == "1"
    steps = {
        "tables": ["migrate", "createcachetable"],
        "reference data": ["load_reference"],
        "demo content": ["seed"] if is_demo else [],
        "static files": [] if is_collected() else ["collectstatic"],
    }
    for label, names in steps.items():
        print(f"  {label}", flush=True)
        for name in names:
            options = {"interactive": False} if name in {"migrate", "collectstatic"} else {}
            call_command(name, verbosity=0, stdout=io.StringIO(), **options)
    if is_demo:
        print(flush=True)
        call_command("demo_accounts")
        print(flush=True)


def refuse_other_tables() -> None:
    """Raises CommandError for a database that knows migrations we have not: of before they were made one, or newer."""
    from django.core.management import CommandError
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(connection, ignore_no_migrations=True)
    applied = {name for name in loader.applied_migrations if name[0] in loader.migrated_apps}
    if applied - set(loader.disk_migrations):
        raise CommandError("The database is of another version of the portal: `make reset` forgets it.")


def is_collected() -> bool:
    """Whether the collected static files are newer than what they were collected from."""
    manifest = PROJECT / ".build" / "staticfiles" / "staticfiles.json"
    sources = [PROJECT / "uv.lock", *(PROJECT / ".build" / "static").rglob("*")]
    return manifest.exists() and all(source.stat().st_mtime < manifest.stat().st_mtime for source in sources)


# --- In the process that watches --------------------------------------------------------------------------------------
def commands(port: int) -> dict[str, list[str]]:
    """The programs that make up the portal."""
    granian = ["--interface", "wsgi", "--host", HOST, "--port", str(port), "--log-level", "warning"]
    granian += ["--workers", "1", "--blocking-threads", "4", "gemeente.wsgi:application"]
    return {
        "worker": [sys.executable, "manage.py", "procrastinate", "worker"],
        "web server": [sys.executable, "-m", "granian", *granian],
    }


def start(command: Sequence[str], environment: dict[str, str], *, quiet: bool = False) -> subprocess.Popen[bytes]:
    """Starts a child with a session of its own, so that only we tell it to stop. A quiet one only tells of faults."""
    return subprocess.Popen(
        owned(command, signal.SIGTERM, session=True),
        cwd=PROJECT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL if quiet else None,
    )


def stop(children: Sequence[subprocess.Popen[bytes]]) -> None:
    """Asks the children to stop, and ends what is still there after their time."""
    for child in children:
        child.terminate()
    for child in children:
        with suppress(subprocess.TimeoutExpired):
            child.wait(PATIENCE)
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def answers(port: int) -> bool:
    """Whether the web server takes a connection."""
    with suppress(OSError), socket.create_connection((HOST, port), timeout=1):
        return True
    return False


def serve(port: int, environment: dict[str, str]) -> None:
    """Runs the portal until a signal comes or one of its programs ends."""
    children: dict[str, subprocess.Popen[bytes]] = {}
    try:
        for name, command in commands(port).items():
            children[name] = start(command, environment, quiet=True)

        def someone_ended() -> str | None:
            return next((name for name, child in children.items() if child.poll() is not None), None)

        if not wait_until(lambda: bool(someone_ended()) or answers(port), ANSWER_SECONDS):
            raise RunError(f"The web server gave no answer within {ANSWER_SECONDS} seconds.")
        if not someone_ended():
            print(f"The portal is at {environment['PUBLIC_URL']} (Ctrl-C stops it)", flush=True)
        wait_until(lambda: bool(someone_ended()), float("inf"), pause=0.3)
        raise RunError(f"The {someone_ended()} ended by itself, so the portal is stopped.")
    finally:
        stop(list(children.values()))


def run() -> int:
    """Prepares and serves; returns the exit status."""
    Relay()  # a signal raises StopRequestError from here on
    child: subprocess.Popen[bytes] | None = None
    try:
        port = read_port()
        environment = local_environment(port)
        print("Preparing:", flush=True)
        # One process needs no pool, and without one a database that is away is noticed at once.
        alone = environment | {"DATABASE_POOL_SIZE": "0"}
        child = start([sys.executable, "-m", "gemeente.demo.run", "prepare"], alone)
        if child.wait() < 0:
            raise RunError("Preparing the portal was ended from outside.")
        if child.returncode:  # it said why
            return 1
        serve(port, environment)
    except StopRequestError:
        print("\nThe portal is stopped.")
        return 0
    except RunError as problem:
        print(problem, file=sys.stderr)
    except OSError as error:
        print(f"The portal cannot start: {error.strerror}: {error.filename}.", file=sys.stderr)
    finally:
        if child:
            stop([child])
    return 1


if __name__ == "__main__":
    if sys.argv[1:] == ["prepare"]:
        sys.exit(prepare() or 0)
    else:
        sys.exit(run())
