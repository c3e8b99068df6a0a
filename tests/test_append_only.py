"""What was written down stays: no table of record can be emptied, not by raw SQL either."""

import pytest
from django.db import DatabaseError, connection, transaction

# Tables of which a row says what somebody did or was told. Their own tests prove which columns may still change.
OF_RECORD = {
    "activity_entry",
    "activity_receipt",
    "advice_advice",
    "advice_adviceversion",
    "advice_ballot",
    "advice_reaction",
    "advice_reactiontreatment",
    "advice_reply",
    "advice_round",
    "advice_voornemen",
    "agenda_agendaversion",
    "agenda_countersignature",
    "agenda_opgavetext",
    "agenda_progressnote",
    "agenda_promisereply",
    "agenda_promiseversion",
    "agenda_signature",
    "agenda_summary",
    "cases_casechange",
    "cases_casemessage",
    "cases_contactmoment",
    "initiatives_blueprint",
    "initiatives_blueprintstep",
    "initiatives_consent",
    "initiatives_nextstepcard",
    "initiatives_quietquestion",
    "meetings_meeting",
    "meetings_minutesversion",
    "moderation_hiding",
    "moderation_report",
    "moderation_worry",
    "partners_mandate",
    "portal_door",
    "portal_rule",
    "portal_textversion",
    "questions_question",
    "wijken_decisionrule",
    "wijken_membership",
    "wijken_werkwijze",
    "wijken_wijkpage",
    "wijken_wijkquestion",
    "wijken_wijkstage",
}
# Tables with a trigger that stands before a TRUNCATE (bits of pg_trigger.tgtype: 2 before, 32 truncate).
GUARDED = "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgtype & 2 = 2 AND tgtype & 32 = 32"


def test_each_table_of_record_is_guarded(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(GUARDED)
        assert {table for (table,) in cursor.fetchall()} == OF_RECORD


@pytest.mark.parametrize("table", sorted(OF_RECORD))
def test_table_of_record_cannot_be_emptied(table: str, db: None) -> None:
    with pytest.raises(DatabaseError) as refusal, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {table} CASCADE")

    assert refusal.value.__cause__.sqlstate == "23001"  # restrict_violation: what our triggers raise
