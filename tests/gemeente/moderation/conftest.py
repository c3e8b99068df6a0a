"""Fatima's initiative with a photo and news, Noor her contact, and what people report of it."""

import pytest
from django.core.files.storage import Storage, default_storage

from gemeente.accounts.enums import Role
from gemeente.cases.actions import claim_case
from gemeente.cases.models import CaseFile
from gemeente.moderation.actions.hiding import hide_part
from gemeente.moderation.actions.reporting import report_part
from gemeente.moderation.enums import ReportReason
from gemeente.moderation.models import Hiding, HidingGround, Report
from gemeente.moderation.parts import WHOLE
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.news import tell_news
from initiatives.actions.photos import set_photo
from initiatives.models import Initiative, Update
from initiatives.parts import news_part, photo_part
from tests.conftest import person
from tests.factories.initiatives import published
from tests.factories.photos import a_photo

TITLE = "Kermis op het plein"


@pytest.fixture
def store(settings: object) -> Storage:
    """The store of files, empty."""
    settings.STORAGES = dict(settings.STORAGES)
    return default_storage


@pytest.fixture
def initiative(fatima: User, noor: User, willem: User, oostgaarde: Wijk, reference: None, store: Storage) -> Initiative:
    """Fatima's, online, with a photo; Noor is her contact, and the WOP was told."""
    made = published(owner=fatima, wijk=oostgaarde, title=TITLE)
    claim_case(case=made.case, actor=noor)
    return set_photo(initiative=made, actor=fatima, photo=a_photo(), description="Een draaimolen")


@pytest.fixture
def case(initiative: Initiative) -> CaseFile:
    """Its case, with people."""
    return CaseFile.objects.with_people().get(pk=initiative.case_id)


@pytest.fixture
def news(initiative: Initiative, fatima: User) -> Update:
    """Something she told."""
    return tell_news(initiative=initiative, actor=fatima, title="De draaimolen komt", text="Zaterdag om tien uur.")


@pytest.fixture
def report(initiative: Initiative, bram: User, milan: User, mona: User) -> Report:
    """Of the whole page, by Bram."""
    return report_part(
        subject=initiative.subject, part=WHOLE, reason=ReportReason.HURTS, text="Er staat een scheldwoord.", actor=bram
    )


@pytest.fixture
def photo_report(initiative: Initiative, bram: User, mona: User) -> Report:
    """Of the photo, by Bram."""
    part = photo_part(initiative.photo)
    return report_part(subject=initiative.subject, part=part, reason=ReportReason.PHOTO, actor=bram)


@pytest.fixture
def news_report(initiative: Initiative, news: Update, bram: User, mona: User) -> Report:
    """Of the news, by Bram."""
    return report_part(subject=initiative.subject, part=news_part(news), reason=ReportReason.UNTRUE, actor=bram)


@pytest.fixture
def ground(reference: None) -> HidingGround:
    """Insult."""
    return HidingGround.objects.get(code="insult")


@pytest.fixture
def hiding(report: Report, mona: User, ground: HidingGround) -> Hiding:
    """The whole page, hidden by Mona."""
    return hide_part(report=report, actor=mona, ground=ground, facts="In zin twee staat een scheldwoord.")


@pytest.fixture
def second_manager(database: None) -> User:
    """Another manager."""
    return person("Mirjam", role=Role.MANAGER)


FACTS = "In zin twee staat een scheldwoord."


def path_of(initiative: Initiative) -> str:
    return f"/initiatieven/{initiative.slug}/"
