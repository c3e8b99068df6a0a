"""The supervisor in a copy of its few files, at a path with a space."""

import os
import pwd
import shutil
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from gemeente.demo import folders
from tests.setup.projects import (
    FILES,
    PACKAGES,
    Project,
    link_or_copy,
    use_readable_python,
)


@pytest.fixture
def project() -> Iterator[Project]:
    # Not pytest's own folder: other accounts have no way into that.
    base = Path(tempfile.mkdtemp(prefix="setup test "))
    base.chmod(0o755)
    made = Project(base / "een map")
    for name in FILES:
        target = made.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(folders.PROJECT / name, target)
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
