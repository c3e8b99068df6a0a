"""Processes that end together: locks of living owners, programs that die with theirs, signals passed on.

As a script it is the launcher of such a program: `processes.py OWNER SIGNAL SESSION UID GID command argument ...`.
It uses nothing that is installed, so that it starts fast.
"""

import ctypes
import fcntl
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

PR_SET_PDEATHSIG = 1
ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass(frozen=True)
class Account:
    """Whose rights a program gets."""

    uid: int
    gid: int


class StopRequestError(Exception):
    """A signal that asks us to stop before there is anything to pass it on to."""

    def __init__(self, signum: int) -> None:
        super().__init__(signum)
        self.signum = signum


def wait_until(condition: Callable[[], bool], seconds: float, pause: float = 0.03) -> bool:
    """Looks until the condition holds, with a pause between looks; False where it did not within the time."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(pause)
    return True


@contextmanager
def lock(path: Path) -> Iterator[bool]:
    """Takes the lock until the end of the block or of this process; False where a living process has it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # The file may have been removed between opening and locking: then the lock guards nothing.
        taken = path.exists() and os.path.samestat(os.fstat(descriptor), path.stat())
    except BlockingIOError:
        taken = False
    try:
        if taken:
            os.ftruncate(descriptor, 0)
            os.write(descriptor, str(os.getpid()).encode())
        yield taken
    finally:
        os.close(descriptor)


# --- Programs that die with their owner -------------------------------------------------------------------------------
def die_with_parent(signum: int) -> None:
    """Asks the kernel to send this process a signal when its parent dies. Elsewhere than on Linux nothing happens."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, int(signum), 0, 0, 0)


def owned(command: Sequence[str], signum: int, *, session: bool = False, account: Account | None = None) -> list[str]:
    """The command line of `command` started so that it gets the signal when this process dies.

    In a session of its own the keyboard's Ctrl-C does not reach it. Root may give it the rights of another account.
    """
    rights = [account.uid, account.gid] if account else [os.geteuid(), os.getegid()]
    numbers = [os.getpid(), int(signum), int(session), *rights]
    return [sys.executable, "-I", "-S", str(Path(__file__).resolve()), *map(str, numbers), *command]


def launch(arguments: Sequence[str]) -> None:
    """Becomes the command. Rights go first: giving them up also clears the wish to hear of the owner's death."""
    owner, signum, session, uid, gid = map(int, arguments[:5])
    command = list(arguments[5:])
    if session:
        os.setsid()
    if uid != os.geteuid():
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)
    die_with_parent(signum)
    if os.getppid() != owner:  # it died before we could ask
        sys.exit(1)
    become(command)


def become(command: Sequence[str]) -> None:
    """Replaces this process by the command, or says in one sentence why that cannot be."""
    if shutil.which(command[0]) is None:  # execvp blames a folder of the PATH that it may not read
        sys.exit(f"Cannot start {command[0]}: there is no such program.")
    try:
        os.execvp(command[0], list(command))
    except OSError as error:
        sys.exit(f"Cannot start {command[0]}: {error.strerror}.")


# --- Signals ----------------------------------------------------------------------------------------------------------
class Relay:
    """Passes signals on to one command; before it runs they raise StopRequestError, after it they mean nothing."""

    def __init__(self) -> None:
        self.command: subprocess.Popen[bytes] | None = None
        self.is_over = False
        for signum in ENDING:
            if signal.getsignal(signum) != signal.SIG_IGN:  # nohup and the like stay as they are
                signal.signal(signum, self.handle)

    def handle(self, signum: int, frame: FrameType | None) -> None:
        """What to do with a signal now."""
        if self.is_over:
            return
        if self.command is None:
            self.is_over = True  # a second one must not break off the clearing up
            raise StopRequestError(signum)
        if signum == signal.SIGINT and is_in_foreground():
            return  # the keyboard sent it to the command as well
        with suppress(ProcessLookupError):
            os.kill(self.command.pid, signum)

    def run(self, command: Sequence[str], environment: Mapping[str, str], beside: subprocess.Popen[bytes]) -> int:
        """Runs the command and returns its exit status; when the process beside it dies, the command is stopped."""
        self.command = subprocess.Popen(owned(command, signal.SIGTERM), env=environment)
        while True:
            pid, status = os.wait()
            if pid == beside.pid:
                print("The database stopped unexpectedly; the rest is being stopped too.", file=sys.stderr)
                self.command.terminate()
            if pid == self.command.pid:
                self.is_over = True
                code = os.waitstatus_to_exitcode(status)
                self.command.returncode = code
                return code if code >= 0 else 128 - code


def is_in_foreground() -> bool:
    """Whether this process belongs to those that the terminal's Ctrl-C goes to."""
    try:
        terminal = os.open("/dev/tty", os.O_RDONLY | os.O_NOCTTY | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        return os.tcgetpgrp(terminal) == os.getpgrp()
    except OSError:
        return False
    finally:
        os.close(terminal)


if __name__ == "__main__":
    launch(sys.argv[1:])
