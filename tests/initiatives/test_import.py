"""import_maakcapelle FILE: concepts that wait for their owner's yes; all or nothing, and safe to repeat."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from gemeente.accounts.actions import answer_claim
from gemeente.accounts.models import Claim
from gemeente.places.models import Theme, Wijk
from gemeente.users.models import User
from initiatives.actions.outdoors import record_card, take_note
from initiatives.actions.publishing import publish_initiative
from initiatives.actions.writing import revise_place
from initiatives.enums import PlaceKind, Stage
from initiatives.imports import COLUMNS, NAMES
from initiatives.models import Initiative
from tests.factories.photos import a_photo

ROW = {
    "reference": "MC-1",
    "title": "Moestuin achter de Hoven",
    "summary": "Van een stuk gras maken we samen een tuin.",
    "own_share": "Zes gezinnen geven water.",
    "needs": "Handen; en gieters, veel gieters",
    "wijk": "Oostgaarde",
    "theme": "livability",
    "place": "",
    "stage": "In uitvoering",
    "owner_name": "Ria de Bruin",
    "owner_email": "ria@voorbeeld.example",
    "owner_phone": "",
    "url": "https://maakcapelle.example/moestuin",
}


@pytest.fixture(autouse=True)
def _town(reference: None, oostgaarde: Wijk) -> None:
    """The lists a file may refer to."""


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., str]:
    """Write rows to a file, import it, and return what the command told."""

    def run(
        *rows: dict[str, str], names: tuple[str, ...] = NAMES, mark: str = "", by: str = ",", dry_run: bool = False
    ) -> str:
        lines = [by.join(names)]
        lines += [by.join('"' + row[name].replace('"', '""') + '"' for name in names) for row in rows]
        file = tmp_path / "maakcapelle.csv"
        file.write_bytes((mark + "\r\n".join(lines) + "\r\n").encode())
        out = StringIO()
        call_command("import_maakcapelle", file, dry_run=dry_run, stdout=out)
        return out.getvalue()

    return run


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("by", [",", ";"])
@pytest.mark.parametrize("names", [NAMES, tuple(reversed(NAMES))])
def test_import_makes_a_concept_that_waits_for_its_owner(
    mark: str, by: str, names: tuple[str, ...], run: Callable[..., str], oostgaarde: Wijk
) -> None:
    run(ROW, mark=mark, by=by, names=names)

    initiative = Initiative.objects.get()
    assert (initiative.stage, initiative.source_stage, initiative.reference) == (Stage.CONCEPT, Stage.RUNNING, "MC-1")
    assert (initiative.wijk, initiative.theme, initiative.needs) == (
        oostgaarde,
        Theme.objects.get(code="livability"),
        ROW["needs"],
    )
    assert (initiative.owner.name, initiative.owner.email) == ("Ria de Bruin", None)


def test_import_mails_its_owner_who_makes_it_hers(
    run: Callable[..., str], run_jobs: Callable[[], int], mailoutbox: list
) -> None:
    run(ROW)
    run_jobs()
    owner = answer_claim(claim=Claim.objects.get(), is_mine=True)
    initiative = Initiative.objects.get()

    publish_initiative(initiative=initiative, actor=owner)

    assert [mail.to for mail in mailoutbox[:1]] == [["ria@voorbeeld.example"]]
    assert Initiative.objects.get().stage == Stage.RUNNING


def test_import_without_an_address_waits_for_the_gebiedsregisseur(
    run: Callable[..., str], noor: User, bas: User, thea: User
) -> None:
    run(ROW | {"owner_email": "", "owner_phone": "010-555 0123"}, ROW | {"reference": "MC-2"})

    waiting = {user.name: Initiative.objects.waiting_for(user).count() for user in (noor, bas, thea)}
    take_note(initiative=Initiative.objects.waiting_for(noor).get(), actor=noor)

    assert waiting == {noor.name: 1, bas.name: 0, thea.name: 1}
    assert Initiative.objects.notes_of(noor).get().reference == "MC-1"


def test_import_of_several_of_one_person_mails_once(run: Callable[..., str]) -> None:
    told = run(ROW, ROW | {"reference": "MC-2", "title": "Bankje bij de sloot"})

    assert Claim.objects.count() == 1
    assert {row.owner for row in Initiative.objects.all()} == {Claim.objects.get().person}
    assert "Owners mailed: 1" in told


def test_import_twice_changes_nothing_and_mails_nobody(run: Callable[..., str]) -> None:
    run(ROW)
    before = list(Initiative.objects.values())

    told = run(ROW)

    assert list(Initiative.objects.values()) == before
    assert ("The same: 1" in told, "Owners mailed: 0" in told) == (True, True)


def test_import_again_updates_a_concept_nobody_said_yes_to(run: Callable[..., str]) -> None:
    run(ROW)

    told = run(ROW | {"summary": "Nu met een bankje erbij, voor wie wil zitten."})

    assert Initiative.objects.get().summary == "Nu met een bankje erbij, voor wie wil zitten."
    assert "Changed: 1\n  MC-1" in told


def claimed(initiative: Initiative, noor: User) -> None:
    answer_claim(claim=Claim.objects.get(), is_mine=True)


def taken(initiative: Initiative, noor: User) -> None:
    Claim.objects.all().delete()
    take_note(initiative=initiative, actor=noor)


def signed(initiative: Initiative, noor: User) -> None:
    taken(initiative, noor)
    revise_place(initiative=initiative, actor=noor, wijk=initiative.wijk, place_kind=PlaceKind.WIJK)
    day = Initiative.objects.get().created_at.date()
    record_card(initiative=initiative, actor=noor, photo=a_photo(), given_on=day)


@pytest.mark.parametrize("make", [claimed, taken, signed])
def test_import_again_keeps_what_somebody_has_taken_up(make: Callable, run: Callable[..., str], noor: User) -> None:
    run(ROW)
    make(Initiative.objects.get(), noor)

    told = run(ROW | {"summary": "Een heel andere tekst, van de andere site."})

    assert Initiative.objects.get().summary == ROW["summary"]
    assert "Kept: 1\n  MC-1: " in told


def test_import_never_brings_back_what_its_owner_refused(run: Callable[..., str]) -> None:
    run(ROW)
    answer_claim(claim=Claim.objects.get(), is_mine=False)

    told = run(ROW)

    assert Initiative.objects.count() == 0
    assert "MC-1: its owner did not want it here" in told


def test_dry_run_tells_and_writes_nothing(run: Callable[..., str]) -> None:
    told = run(ROW, dry_run=True)

    assert ("Added: 1" in told, "Dry run: nothing was written." in told) == (True, True)
    assert (Initiative.objects.count(), User.objects.count(), Claim.objects.count()) == (0, 0, 0)


# --- Faults -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"reference": ""}, "row 3, column reference: is empty"),
        ({"title": ""}, "row 3, column title: is empty"),
        ({"title": "x" * 81}, "row 3, column title: is 81 characters, at most 80 fit"),
        ({"summary": "a\x07b"}, "row 3, column summary: holds a control character"),
        ({"wijk": "Rotterdam"}, "row 3, column wijk: Rotterdam is not a wijk we know"),
        ({"theme": "ruimtevaart"}, "row 3, column theme: ruimtevaart is not a theme we know"),
        ({"stage": "Gerealiseerd"}, "row 3, column stage: Gerealiseerd is not one of"),
        ({"owner_name": ""}, "row 3, column owner_name: is empty"),
        ({"owner_name": "ria@voorbeeld.example"}, "row 3, column owner_name: is an e-mail address"),
        ({"owner_email": "ria"}, "row 3, column owner_email: is not an e-mail address"),
        ({"owner_phone": "bel me"}, "row 3, column owner_phone: is not a telephone number"),
        ({"owner_email": ""}, "row 3, column owner_email: is empty and so is owner_phone"),
        ({"url": "javascript:alert(1)"}, "row 3, column url: is no web address"),
        ({"reference": "MC-1"}, "row 3, column reference: stands in row 2 too"),
    ],
)
def test_one_fault_refuses_the_whole_file(change: dict[str, str], fault: str, run: Callable[..., str]) -> None:
    with pytest.raises(CommandError) as refused:
        run(ROW, ROW | {"reference": "MC-2"} | change)

    assert fault in str(refused.value)
    assert (Initiative.objects.count(), User.objects.count()) == (0, 0)


def test_every_fault_is_told_at_once(run: Callable[..., str]) -> None:
    with pytest.raises(CommandError) as refused:
        run(ROW | {"title": "", "wijk": "Nergens"}, ROW | {"reference": "MC-2", "stage": "ooit"})

    assert [line.strip()[:25] for line in str(refused.value).splitlines()[1:]] == [
        "row 2, column title: is e",
        "row 2, column wijk: Nerge",
        "row 3, column stage: ooit",
    ]


@pytest.mark.parametrize(
    ("names", "fault"),
    [
        (NAMES[1:], "column reference is missing"),
        ((*NAMES[:-1], "website"), "column website is unknown"),
        ((*NAMES, "title"), "column title stands twice"),
    ],
)
def test_header_must_be_the_one_that_is_documented(names: tuple[str, ...], fault: str, run: Callable[..., str]) -> None:
    with pytest.raises(CommandError, match=fault):
        run(ROW | {"website": ""}, names=names)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "the file is empty"),
        (",".join(NAMES).encode(), "no initiatives under its header"),
        ((",".join(NAMES) + "\nMC-1,te kort").encode(), "row 2: 2 cells where the header has 13"),
        ((",".join(NAMES) + '\n"MC-1').encode(), "is not CSV"),
        ("reference;titel\ncafé".encode("latin-1"), "not UTF-8"),
    ],
)
def test_what_is_no_such_file_is_refused(content: bytes, fault: str, tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes(content)

    with pytest.raises(CommandError, match=fault):
        call_command("import_maakcapelle", file)


def test_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("import_maakcapelle", tmp_path / "nergens.csv")


def test_help_and_readme_name_every_column(capsys: pytest.CaptureFixture) -> None:
    with pytest.raises(SystemExit):
        call_command("import_maakcapelle", "--help")

    told = capsys.readouterr().out
    readme = Path("initiatives/README.md").read_text(encoding="utf-8")
    assert [name for name, *_rest in COLUMNS if f"  {name}" not in told or name not in readme] == []
