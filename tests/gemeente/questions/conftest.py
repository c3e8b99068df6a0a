"""A question of Fatima's that came in on a Monday morning."""

from collections.abc import Iterator

import pytest
import time_machine

from gemeente.places.models import Wijk
from gemeente.questions.enums import QuestionKind
from gemeente.questions.models import Question
from gemeente.users.models import User
from tests.factories.questions import asked


@pytest.fixture
def monday() -> Iterator[time_machine.Traveller]:
    """The clock stands still on Monday 2 March 2026 at nine: two working days later is Wednesday."""
    with time_machine.travel("2026-03-02 09:00 +0100", tick=False) as clock:
        yield clock


@pytest.fixture
def question(monday: time_machine.Traveller, reference: None, fatima: User, noor: User, oostgaarde: Wijk) -> Question:
    """About a lamp in Oostgaarde: private, and nobody has it yet."""
    place = {"wijk": oostgaarde, "place_text": "hoek Reigerlaan"}
    made = asked(fatima, kind=QuestionKind.PLACE, text="De lantaarn is al weken kapot.", **place)
    return Question.objects.with_case().get(pk=made.pk)
