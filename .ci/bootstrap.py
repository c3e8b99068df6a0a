"""Makes the environment: `.venv` with the locked Python packages, Node.js included where the machine has no recent one.

Started by make with any Python there is, so it must be readable for an old one. Nothing happens twice without need.
"""
# ruff: noqa: S603, T201, UP031

import os
import re
import shutil
import subprocess
import sys

OLDEST = (3, 11)
OLDEST_NODE = 20


def refuse(sentence):
    """Ends with one sentence that says what to do."""
    sys.exit(sentence)


def check_python():
    """Refuses a Python that is too old or that cannot make environments."""
    if sys.version_info < OLDEST:
        refuse("Python 3.11 or newer is needed, not %d.%d: make PYTHON=... names another." % sys.version_info[:2])
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        refuse("This Python lacks its venv module; on Debian and Ubuntu `apt install python3-venv` brings it.")


def run(sentence, *command):
    """Runs a command; when it fails, its own output is followed by the sentence."""
    environment = dict(os.environ, UV_PROJECT_ENVIRONMENT=".venv", UV_PYTHON_DOWNLOADS="never")
    environment.pop("VIRTUAL_ENV", None)
    if subprocess.call(command, env=environment) != 0:
        refuse(sentence)


def output(*command):
    """What a command prints, or nothing when it cannot run."""
    try:
        return subprocess.check_output(command, stderr=subprocess.DEVNULL).decode().strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def locked_version(package):
    """The version of a package in uv.lock."""
    with open("uv.lock", encoding="utf-8") as file:
        found = re.search(r'^name = "%s"\nversion = "([^"]+)"' % re.escape(package), file.read(), re.MULTILINE)
    return found.group(1) if found else refuse("uv.lock does not name %s." % package)


def has_node():
    """Whether the machine has npm and a Node.js recent enough for the front-end build."""
    found = re.match(r"v(\d+)", output("node", "--version"))
    return bool(shutil.which("npm") and found and int(found.group(1)) >= OLDEST_NODE)


def main():
    """Makes or updates the environment."""
    check_python()
    python = os.path.join(".venv", "bin", "python")
    if not output(python, "--version"):
        print("Making .venv", flush=True)
        run("The folder .venv cannot be made here.", sys.executable, "-m", "venv", "--clear", ".venv")
    failed = "The Python packages cannot be installed: the lines above say why."
    uv = locked_version("uv")
    if output(python, "-m", "uv", "--version").split()[1:2] != [uv]:
        if not output(python, "-m", "pip", "--version"):
            run(failed, python, "-m", "ensurepip")
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        run(failed, *pip, "uv==" + uv)
    print("Installing Python packages", flush=True)
    node = () if has_node() else ("--group", "node")
    run(failed, python, "-m", "uv", "sync", "--quiet", "--locked", "--python", python, *node)


if __name__ == "__main__":
    main()
