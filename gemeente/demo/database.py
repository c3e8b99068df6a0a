"""A PostgreSQL of our own for one command: started before it, stopped after it.

    python -m gemeente.demo.database run [--throwaway | --join] [--die-with-parent] -- command argument ...
    python -m gemeente.demo.database reset

The command finds the server in DATABASE_URL. Where DATABASE_URL is set already, no server is started. With --join
neither is one where the portal of this folder runs: the command then uses the same. The server
listens on a socket in a short temporary folder only, never on the network. The kept database lives in `.local/`;
PostgreSQL refuses to run as root, so root's lives under /var/tmp, with an unprivileged account, beside a copy of the
programs.

Whoever starts a server holds a lock for as long as it lives. A lock that can be taken therefore means a dead owner,
whose leftovers may be cleared away. On Linux the kernel also tells the server when its owner dies.
"""

import argparse
import locale
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from gemeente.demo.folders import (
    NAME,
    PROJECT,
    STOPPING,
    DatabaseSetupError,
    clear_leftovers,
    find_programs,
    kept_folder,
    locked_kept_folder,
    private_folder,
    server_account,
    stop_orphan,
    temporary_folder,
)
from gemeente.demo.processes import Account, Relay, StopRequestError, become, die_with_parent, lock, owned, wait_until

PORT = 5432  # names the socket only; written out so that PGPORT has no say
START_SECONDS = 120  # after a power cut the server replays its log first
SETTINGS = {
    "listen_addresses": "",
    "max_connections": "100",
    "shared_buffers": "64MB",
    "unix_socket_permissions": "0700",
}
THROWAWAY_SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "shared_buffers": "128MB",
}


# --- The server -------------------------------------------------------------------------------------------------------
def socket_url(sockets: Path, database: str = NAME) -> str:
    """The address in a form that libpq and Django both read: the socket's folder as host, percent-encoded."""
    return f"postgresql://postgres@{quote(str(sockets), safe='')}:{PORT}/{database}"


@dataclass
class Server:
    """A running PostgreSQL."""

    process: subprocess.Popen[bytes]
    sockets: Path

    def url(self, database: str = NAME) -> str:
        """Its address."""
        return socket_url(self.sockets, database)

    def stop(self) -> None:
        """Stops at once but properly: open connections are cut, what was committed is written."""
        for signum, seconds in STOPPING:
            self.process.send_signal(signum)
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(seconds)
                return


def bare_environment() -> dict[str, str]:
    """The server's environment: not the caller's, whose PG and LC variables are not meant for it."""
    libraries = os.environ.get("LD_LIBRARY_PATH")  # the launcher's Python may need it
    return {"PATH": os.defpath} | ({"LD_LIBRARY_PATH": libraries} if libraries else {})


def letters_locale() -> str:
    """A locale that knows which characters are letters: without one, trigrams leave out é and ö."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        for name in ("C.UTF-8", "en_US.UTF-8", "nl_NL.UTF-8"):
            with suppress(locale.Error):
                locale.setlocale(locale.LC_CTYPE, name)
                return name
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
    return "C"


def create_cluster(programs: Path, data: Path, account: Account, *, throwaway: bool) -> None:
    """Makes a new database folder: in one rename, so that a broken-off start leaves none that is half made."""
    draft = data.with_name(f"{data.name}.new")
    shutil.rmtree(draft, ignore_errors=True)
    private_folder(draft, account)
    command = [
        str(programs / "initdb"),
        f"--pgdata={draft}",
        "--username=postgres",
        "--auth=trust",
        "--no-instructions",
    ]
    command += ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
    command += [f"--lc-ctype={letters_locale()}", *(["--no-sync", "--no-data-checksums"] if throwaway else [])]
    run_tool(command, account)
    # Without a server: the folder is complete before it gets its name.
    alone = [str(programs / "postgres"), "--single", "-D", str(draft), "-c", f"fsync={'off' if throwaway else 'on'}"]
    run_tool([*alone, "postgres"], account, f"CREATE DATABASE {NAME}\n")
    draft.rename(data)


def run_tool(command: Sequence[str], account: Account, text: str = "") -> None:
    """Runs one of PostgreSQL's programs to its end."""
    done = subprocess.run(
        owned(command, signal.SIGKILL, session=True, account=account),
        cwd="/",
        env=bare_environment(),
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        reason = next((line for line in done.stderr.splitlines() if "error" in line.lower()), done.stderr.strip())
        raise DatabaseSetupError(f"PostgreSQL could not make a database: {reason}.")


@contextmanager
def server(folder: Path, temporary: Path, *, throwaway: bool) -> Iterator[Server]:
    """Runs PostgreSQL on `folder`/database, with its socket in `temporary`, until the end of the block."""
    account, programs = server_account(), find_programs()
    data, log = folder / "database", folder / "database.log"
    stop_orphan(data)
    if not data.exists():
        create_cluster(programs, data, account, throwaway=throwaway)
    sockets = private_folder(temporary / "s", account)
    settings = SETTINGS | (THROWAWAY_SETTINGS if throwaway else {}) | {"unix_socket_directories": f'"{sockets}"'}
    command = [str(programs / "postgres"), "-D", str(data), *(f"--{name}={value}" for name, value in settings.items())]
    with log.open("wb") as output:
        process = subprocess.Popen(
            owned(command, signal.SIGINT, session=True, account=account),
            cwd="/",
            env=bare_environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
    running = Server(process, sockets)
    try:
        if not wait_until(lambda: is_ready(process, data, log), START_SECONDS):
            raise DatabaseSetupError(f"PostgreSQL gave no answer within {START_SECONDS} seconds; see {log}.")
        yield running
    finally:
        running.stop()


def is_ready(process: subprocess.Popen[bytes], data: Path, log: Path) -> bool:
    """Whether the server takes connections, which it writes beside its data. Refuses a server that ended."""
    if process.poll() is not None:
        lines = log.read_text(errors="replace").splitlines() or ["it does not say why"]
        reason = next((line.partition("FATAL:")[2].strip() for line in reversed(lines) if "FATAL:" in line), lines[-1])
        raise DatabaseSetupError(f"PostgreSQL did not start: {reason} (make reset starts anew, without the old data).")
    with suppress(OSError):
        record = (data / "postmaster.pid").read_text().splitlines()
        return record[:1] == [str(process.pid)] and record[-1].strip() == "ready"
    return False


# --- Commands ---------------------------------------------------------------------------------------------------------
def run(command: Sequence[str], *, throwaway: bool = False, join: bool = False) -> int:
    """Runs the command with a database and returns its exit status."""
    if join and (url := url_in_use()):
        os.environ.setdefault("DATABASE_URL", url)
    if os.environ.get("DATABASE_URL"):
        become(command)
    relay = Relay()
    try:
        clear_leftovers()
        with temporary_folder() as temporary:
            if throwaway:
                return run_on(temporary, temporary, command, relay, throwaway=True)
            with locked_kept_folder() as folder:
                return run_on(folder, temporary, command, relay, throwaway=False)
    except StopRequestError as stopped:
        return 128 + stopped.signum


def url_in_use() -> str:
    """The address of the kept database where a living process has started it; else empty."""
    folder = kept_folder()
    with lock(folder / "lock") as is_free:
        if is_free:
            return ""
    with suppress(OSError):
        record = (folder / "database" / "postmaster.pid").read_text().splitlines()
        if len(record) > 4 and record[-1].strip() == "ready":
            return socket_url(Path(record[4]))
    return ""


def run_on(folder: Path, temporary: Path, command: Sequence[str], relay: Relay, *, throwaway: bool) -> int:
    """Runs the command with a server on this folder."""
    with server(folder, temporary, throwaway=throwaway) as running:
        environment = os.environ | {"DATABASE_URL": running.url()}
        return relay.run(command, environment, beside=running.process)


def reset() -> int:
    """Removes the kept database and everything else that a local portal keeps. Refuses while it is in use."""
    with locked_kept_folder() as folder:
        stop_orphan(folder / "database")
        for place in {folder, PROJECT / ".local"}:
            for path in place.glob("*") if place.is_dir() else []:
                if path.name != "lock":
                    shutil.rmtree(path) if path.is_dir() else path.unlink()
    print("The local database and files are gone; the next make run starts anew.")
    return 0


def main(arguments: Sequence[str]) -> int:
    """Entry point: what can be mended is told in one sentence."""
    parser = argparse.ArgumentParser(prog="database", description="Runs a command with a PostgreSQL of its own.")
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("reset", help="remove the kept database and local files")
    runner = verbs.add_parser("run", help="run a command with a database")
    runner.add_argument("--throwaway", action="store_true", help="a fast database that is gone afterwards")
    runner.add_argument("--join", action="store_true", help="use the kept database where it runs already")
    runner.add_argument("--die-with-parent", action="store_true", help="stop when the caller is killed")
    runner.add_argument("command", nargs="+")
    options = parser.parse_args(arguments)
    try:
        if options.verb == "reset":
            return reset()
        if options.die_with_parent:
            die_with_parent(signal.SIGTERM)
        return run(options.command, throwaway=options.throwaway, join=options.join)
    except DatabaseSetupError as problem:
        print(problem, file=sys.stderr)
    except OSError as error:
        print(f"The database cannot be kept: {error.strerror}: {error.filename}.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
