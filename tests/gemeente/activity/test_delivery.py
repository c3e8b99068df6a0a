"""The words and headers of mail."""

import pytest
from django.core.mail import EmailMessage
from django.core.signing import BadSignature
from django.utils import translation

from gemeente.activity.delivery import read_unsubscribe_token, send_notice, unsubscribe_token, write_letter
from gemeente.activity.models import Notice
from gemeente.users.models import User
from tests.factories.activity import TEMPLATE, SubjectFactory, make_notice
from tests.factories.places import WijkFactory

TEMPLATES = ["new_case", "initiative_published", "initiative_moved", "role_given", "role_ended"]


def test_mail_says_whom_what_where_and_how_to_stop(
    fatima: User, mailoutbox: list[EmailMessage], settings: object
) -> None:
    settings.PUBLIC_URL = "https://buitenkans.example"
    subject = SubjectFactory(title="Tuin van O'Neill & Co", path="/initiatieven/tuin/")

    send_notice(make_notice(fatima, subject=subject).pk)

    (mail,) = mailoutbox
    assert mail.to == ["fatima@voorbeeld.example"]
    assert mail.subject == "Tuin van O'Neill & Co staat online"
    assert mail.body.startswith("Dag Fatima,\n\n")
    assert "https://buitenkans.example/initiatieven/tuin/" in mail.body.split("\n")
    assert "https://buitenkans.example/afmelden/" in mail.body


def test_mail_can_be_stopped_with_one_click(fatima: User, mailoutbox: list[EmailMessage], settings: object) -> None:
    settings.PUBLIC_URL = "https://buitenkans.example"
    notice = make_notice(fatima)

    send_notice(notice.pk)

    headers = mailoutbox[0].extra_headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["Auto-Submitted"] == "auto-generated"
    link = headers["List-Unsubscribe"]
    assert link.startswith("<https://buitenkans.example/afmelden/")
    assert read_unsubscribe_token(link.strip("<>").split("/")[-2]) == (fatima.pk, TEMPLATE)


def test_mail_speaks_the_language_of_its_reader(fatima: User, mailoutbox: list[EmailMessage]) -> None:
    User.objects.filter(pk=fatima.pk).update(language="en")

    with translation.override("nl"):
        send_notice(make_notice(fatima, subject=SubjectFactory(path="/initiatieven/tuin/")).pk)

    assert "/en/initiatieven/tuin/" in mailoutbox[0].body


def test_token_of_somebody_else_is_refused(fatima: User) -> None:
    token = unsubscribe_token(make_notice(fatima))

    for bad in (token[:-1] + ("A" if token[-1] != "A" else "B"), "x" + token, "onzin", ""):
        with pytest.raises(BadSignature):
            read_unsubscribe_token(bad)
    assert "fatima" not in token


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_text_has_a_title_and_a_message(db: None, fatima: User, template: str, language: str) -> None:
    notice = make_notice(fatima, template=template, subject=SubjectFactory(wijk=WijkFactory()))

    with translation.override(language):
        letter = write_letter(Notice.objects.get(pk=notice.pk))

    assert letter.title
    assert letter.body
    assert "&#" not in letter.title + letter.body
    assert "  " not in letter.body
