"""The demo's post office."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class DemoMailBackend(BaseEmailBackend):
    """Keeps mail in the database for /demo/post/; nothing leaves this machine."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Keep a row for each recipient; returns how many mails there were."""
        from gemeente.demo.models import DemoMail  # the backend is imported before apps are ready

        rows = [
            DemoMail(recipient=to, title=message.subject[:250], body=str(message.body))
            for message in email_messages
            for to in message.recipients()
        ]
        DemoMail.objects.bulk_create(rows)
        return len(email_messages)
