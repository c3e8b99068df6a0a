"""Mail and codes."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.mail import EmailMessage

CODE = re.compile(r"^\d{4}-\d{4}$", re.MULTILINE)


@pytest.fixture
def mailoutbox(db: None, mailoutbox: list[EmailMessage]) -> list[EmailMessage]:
    """Mail sent in the test; Django makes a new box when a test gets its database, so after that."""
    return mailoutbox


@pytest.fixture
def last_code(mailoutbox: list[EmailMessage]) -> Callable[[], str]:
    """The code in the newest mail."""

    def read() -> str:
        found: Any = CODE.search(str(mailoutbox[-1].body))
        assert found, mailoutbox[-1].body
        return str(found.group())

    return read
