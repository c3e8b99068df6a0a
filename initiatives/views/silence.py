"""Whether something silent still goes on: one click answers, by the link in our mail or signed in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gemeente.users.models import User
from gemeente.users.requests import SignedInRequest
from initiatives.actions.silence import answer_quiet
from initiatives.delivery import read_quiet_token
from initiatives.models import Initiative
from initiatives.policies import can_answer_quiet
from initiatives.views.shortcuts import breadcrumbs, get_initiative_or_404


@require_http_methods(["GET", "POST"])
@login_required
def still_going(request: SignedInRequest, slug: str) -> HttpResponse:
    """The same for who is signed in."""
    initiative = get_initiative_or_404(request, slug)
    if not can_answer_quiet(request.user, initiative):
        raise PermissionDenied
    return ask_quiet(request, initiative, request.user)


@require_http_methods(["GET", "POST"])
def quiet(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind our question after a long silence: one click says that it still goes on."""
    found = asked_by(token)
    if found is None:
        return render(request, "initiatives/quiet_unknown.html", status=404)
    return ask_quiet(request, *found)


def ask_quiet(request: HttpRequest, initiative: Initiative, user: User) -> HttpResponse:
    """Ask, and let a yes count; the other answer is a step, which its owner takes on its own page."""
    if request.method == "POST":
        answer_quiet(initiative=initiative, actor=user)
        messages.success(request, _("Mooi dat het nog loopt. Dank je wel!"))
        return redirect(initiative)
    crumbs = breadcrumbs(initiative, request, _("Loopt het nog?"))
    return render(request, "initiatives/quiet.html", {"initiative": initiative, "breadcrumbs": crumbs})


def asked_by(token: str) -> tuple[Initiative, User] | None:
    """What a link asks about and whom; None for who no longer holds the pen, after the end, and for words of others."""
    try:
        question_id, user_id = read_quiet_token(token)
    except BadSignature:
        return None
    rows = Initiative.objects.public().with_helpers().select_related("owner", "wijk")
    initiative = rows.filter(quiet_questions=question_id).first()
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if initiative is None or user is None or not can_answer_quiet(user, initiative):
        return None
    return initiative, user
