"""One form posted four times at the same moment makes one question, one person and one case."""

import uuid
from concurrent.futures import ThreadPoolExecutor

from django.db import connection, transaction

from gemeente.activity.models import Receipt
from gemeente.cases.models import CaseFile
from gemeente.questions.actions import ask_on_paper, wait_for
from gemeente.questions.enums import QuestionKind
from gemeente.questions.models import Question
from gemeente.users.models import User
from tests.gemeente.cases.test_claim_race import until_waiting

KEY, POSTS = uuid.UUID(int=5), 4


def ask() -> int:
    """Post the form on a connection of one's own."""
    try:
        told = {"name": "Ria", "kind": QuestionKind.STUCK, "text": "Ik loop vast.", "submission_key": KEY}
        return ask_on_paper(**told, reach={"contact_way": "phone", "phone": "010-555 0199"}, language="nl").pk
    finally:
        connection.close()


def test_four_posts_at_once_make_one(clone: None, reference: None) -> None:
    with ThreadPoolExecutor(POSTS) as pool:
        with transaction.atomic():
            wait_for(KEY)
            posts = [pool.submit(ask) for _ in range(POSTS)]
            until_waiting(POSTS)
        made = {post.result() for post in posts}

    assert made == {Question.objects.get().pk}
    assert (User.objects.count(), CaseFile.objects.count(), Receipt.objects.count()) == (1, 1, 1)
