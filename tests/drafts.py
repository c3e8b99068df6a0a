"""An initiative as somebody types it: four short pages, one answer after the other."""

import uuid
from typing import Any

from django.test import Client

from tests.pages import errors

NEW, KEEP = "/initiatieven/nieuw/", "/initiatieven/nieuw/verder/"
IDEA = {
    "title": "Moestuin achter de Hoven",
    "summary": "Van een stuk gras maken we samen een tuin. Iedereen mag oogsten.",
    "theme": "",
    "wijk": "",
    "submission_key": str(uuid.UUID(int=7)),
}
SHARE = {"own_share": "Zes gezinnen geven elke week water.", "needs": "Tien paar handen op zaterdag"}
PLACE = {"wijk": "oostgaarde", "place_text": "", "place_kind": ""}
CONTACT = {"contact_way": "phone", "day_part": "evening", "phone": "010-555 0123", "visit_address": ""}
ANSWERS: dict[str, dict[str, str]] = {"idee": IDEA, "samen": SHARE, "plek": PLACE, "bereikbaar": CONTACT}


def type_draft(client: Client, **changes: dict[str, Any]) -> None:
    """Answer all four questions as a visitor; `changes` are other answers, by the page they stand on."""
    for page, answers in ANSWERS.items():
        step = client.post(NEW if page == "idee" else f"{NEW}{page}/", answers | changes.get(page, {}))
        assert (step.status_code, errors(step) if step.status_code == 200 else {}) == (302, {})
    assert step.url == f"/account/signup/?next={KEEP}"
