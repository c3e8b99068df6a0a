"""The supervisor stops its server, whoever is killed first."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

import pytest

from gemeente.demo import folders
from gemeente.demo.processes import wait_until
from tests.setup.projects import (
    COUNT_VISITS,
    SECONDS,
    TELL_AND_WAIT,
    Project,
    finish,
    is_gone,
    read_line,
)


@pytest.mark.parametrize("signum", [signal.SIGTERM, pytest.param(signal.SIGINT, marks=pytest.mark.verify)])
def test_signal_reaches_the_command_and_stops_the_server(project: Project, signum: signal.Signals) -> None:
    # A session of its own stands for a start without keyboard, where Ctrl-C is sent to the supervisor alone.
    script = TELL_AND_WAIT.replace(
        "sys.stdin.read()", "import signal; sys.exit(40 + signal.sigwait([signal.SIGINT, signal.SIGTERM]))"
    )
    script = "import signal; signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT, signal.SIGTERM])" + script
    command = project.command("run", "--throwaway", "--", project.python, "-c", script)
    # Who starts the tests in the background has SIGINT ignored, and a child inherits that.
    before = signal.signal(signum, lambda *_: None)
    process = subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True, **project.options())
    signal.signal(signum, before)
    sockets, backend = process.stdout.readline().split()

    process.send_signal(signum)
    process.communicate(timeout=SECONDS)

    assert process.returncode == 40 + signum
    assert is_gone(int(backend))
    assert not Path(sockets).exists()


@pytest.mark.parametrize("arguments", [(), pytest.param(("--throwaway",), marks=pytest.mark.verify)])
def test_start_after_owner_was_killed(project: Project, arguments: tuple[str, ...]) -> None:
    victim = project.start(*arguments)
    sockets, backend = read_line(victim)

    victim.kill()
    finish(victim)
    after = project.run_python(COUNT_VISITS, *arguments)

    assert (after.returncode, after.stdout) == (0, "1\n")
    assert wait_until(lambda: is_gone(int(backend)), SECONDS)
    assert wait_until(lambda: not Path(sockets).parent.exists(), SECONDS)


def test_killed_caller_takes_supervisor_and_server_along(project: Project) -> None:
    inner = project.command("run", "--throwaway", "--die-with-parent", "--", project.python, "-c", TELL_AND_WAIT)
    script = "import subprocess, sys; subprocess.run(sys.argv[1:])"
    caller = subprocess.Popen(
        [project.python, "-c", script, *inner], stdin=subprocess.PIPE, stdout=subprocess.PIPE, **project.options()
    )
    sockets, backend = caller.stdout.readline().split()

    caller.kill()

    assert wait_until(lambda: is_gone(int(backend)), SECONDS)
    assert wait_until(lambda: not Path(sockets).parent.exists(), SECONDS)
    caller.communicate(timeout=SECONDS)


def test_orphaned_server_is_stopped_at_the_next_start(project: Project) -> None:
    project.run_python(COUNT_VISITS)
    data = project.kept_folder() / "database"
    sockets = Path(tempfile.mkdtemp(prefix="orphan-"))
    sockets.chmod(0o777)
    orphan = start_unowned_server(data, sockets)

    after = project.run_python(COUNT_VISITS)

    assert (after.returncode, after.stdout) == (0, "2\n")
    assert orphan.wait(SECONDS) == 0
    shutil.rmtree(sockets)


def start_unowned_server(data: Path, sockets: Path) -> subprocess.Popen[bytes]:
    """A server as it is left where the kernel does not tell of an owner's death."""
    account = folders.server_account()
    rights = {"user": account.uid, "group": account.gid, "extra_groups": []} if os.geteuid() == 0 else {}
    programs = folders.find_programs()
    command = [programs / "postgres", "-D", data, "--listen_addresses=", f"--unix_socket_directories={sockets}"]
    server = subprocess.Popen(command, cwd="/", stderr=subprocess.DEVNULL, start_new_session=True, **rights)
    record = data / "postmaster.pid"
    assert wait_until(lambda: record.exists() and "ready" in record.read_text(), SECONDS)
    return server


@pytest.mark.verify
def test_keyboard_interrupt_reaches_the_command_once(project: Project) -> None:
    script = """
import signal, sys, time
seen = []
signal.signal(signal.SIGINT, lambda signum, frame: seen.append(signum))
print("ready", flush=True)
while not seen:
    time.sleep(0.01)
time.sleep(0.5)
print(len(seen), "interrupt", flush=True)
"""
    command = project.command("run", "--throwaway", "--", project.python, "-c", script)
    in_terminal = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"
    process = subprocess.Popen(
        [project.python, "-c", in_terminal, *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        **project.options(),
    )
    while "ready" not in process.stdout.readline():
        assert process.poll() is None

    shown = process.communicate("\x03", timeout=SECONDS)[0]

    assert "1 interrupt" in shown
    assert process.returncode == 0
