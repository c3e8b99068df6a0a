"""The supervisor of our own PostgreSQL, tried in a copy of its few files at a path with a space."""

import signal
import subprocess
from pathlib import Path

import pytest

from tests.setup.projects import COUNT_VISITS, Project, finish, read_line


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
