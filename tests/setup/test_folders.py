"""Folders of the database, where somebody else was faster or meant harm."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from gemeente.demo import folders


@pytest.mark.parametrize("plant", [lambda path: path.mkdir(mode=0o777), lambda path: path.symlink_to("/")])
def test_planted_root_folder_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plant: Callable[[Path], None]
) -> None:
    folder = tmp_path / "planted"
    old = os.umask(0)
    plant(folder)
    os.umask(old)
    monkeypatch.setattr(folders, "ROOT_FOLDER", folder)

    with pytest.raises(folders.DatabaseSetupError, match="only root can write in"):
        folders.root_folder()


def test_temporary_folder_survives_a_cleaner_that_was_faster(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made = [tmp_path / f"{folders.NAME}-{number}" for number in range(2)]
    for folder in made:
        folder.mkdir()
    coming = iter(made)
    monkeypatch.setattr(folders.tempfile, "mkdtemp", lambda **_where: str(next(coming)))

    with folders.lock(made[0] / "lock"), folders.temporary_folder() as folder:
        assert folder == made[1]

    assert not made[1].exists()
