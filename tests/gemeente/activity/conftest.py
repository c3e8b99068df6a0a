"""Mail."""

import pytest
from django.core.mail import EmailMessage


@pytest.fixture
def mailoutbox(db: None, mailoutbox: list[EmailMessage]) -> list[EmailMessage]:
    """Mail sent in the test; Django makes a new box when a test gets its database, so after that."""
    return mailoutbox
