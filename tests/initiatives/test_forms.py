"""What residents type: the parts of forms that no page shows by itself."""

import uuid
from collections.abc import Callable

import pytest
from django.core.mail import EmailMessage

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.forms import IdeaForm
from tests.factories.initiatives import published


@pytest.mark.parametrize(
    "title",
    ["Moestuin in de straat", "Moestuin\rin de straat", "Moestuin\r\n in\tde\nstraat", "Moestuin  in de straat"],
)
def test_title_is_one_line_so_that_its_mail_leaves(
    title: str,
    fatima: User,
    noor: User,
    oostgaarde: Wijk,
    run_jobs: Callable[[], int],
    mailoutbox: list[EmailMessage],
) -> None:
    run_jobs()
    mailoutbox.clear()
    summary = "We maken er samen een tuin van."
    form = IdeaForm({"title": title, "summary": summary, "theme": "", "wijk": "", "submission_key": str(uuid.uuid4())})

    assert form.is_valid()
    published(owner=fatima, wijk=oostgaarde, title=form.cleaned_data["title"])
    run_jobs()

    assert sorted(mail.to[0] for mail in mailoutbox) == [fatima.email, noor.email]
    assert all("Moestuin in de straat" in mail.subject for mail in mailoutbox)
