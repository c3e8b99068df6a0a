"""Types of requests."""

from django.http import HttpRequest

from gemeente.users.models import User


class SignedInRequest(HttpRequest):
    """A request behind @login_required: its user is somebody."""

    user: User
