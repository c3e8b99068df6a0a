"""Notices and following: one's own inbox, and yes or no to being told."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.activity.actions import accept_mail, follow, mark_notices_read, refuse_mail, unfollow
from gemeente.activity.delivery import read_unsubscribe_token, write_letter
from gemeente.activity.models import Follow, MailRefusal, Notice, Receipt, Subject
from gemeente.lib.paging import paginate
from gemeente.users.models import User
from gemeente.users.requests import SignedInRequest


@require_http_methods(["GET", "POST"])
@login_required
def notices(request: SignedInRequest) -> HttpResponse:
    """The inbox; posting marks what is on the page as read."""
    mine = Notice.objects.visible_to(request.user)
    if request.method == "POST":
        newest = request.POST.get("up_to", "")
        mark_notices_read(user=request.user, up_to=int(newest) if newest.isdecimal() else 0)
        return redirect("activity:notices")
    page = paginate(mine.newest_first(), request.GET, size=20)
    rows = [(notice, write_letter(notice)) for notice in page.rows]
    newest_id = max((notice.pk for notice in page.rows if notice.read_at is None), default=None)
    crumbs = [(_("Mijn pagina"), reverse("accounts:mine")), (_("Berichten"), request.path)]
    context = {"page": page, "rows": rows, "newest_id": newest_id, "breadcrumbs": crumbs}
    return render(request, "activity/notices.html", context)


@login_required
@require_safe
def receipts(request: SignedInRequest) -> HttpResponse:
    """What somebody sent to the gemeente, each with number, time and copy."""
    page = paginate(Receipt.objects.visible_to(request.user).newest_first(), request.GET, size=20)
    crumbs = [(_("Mijn pagina"), reverse("accounts:mine")), (_("Ontvangstbewijzen"), request.path)]
    return render(request, "activity/receipts.html", {"page": page, "breadcrumbs": crumbs})


@require_http_methods(["GET", "POST"])
@login_required
def follow_subject(request: SignedInRequest, subject_id: int) -> HttpResponse:
    """Ask whether somebody wants to hear of a subject, or no longer."""
    subject = get_object_or_404(Subject.objects.public(), pk=subject_id)
    is_following = Follow.objects.filter(user=request.user, subject=subject).exists()
    if request.method == "POST":
        if request.POST.get("choice") == "stop":
            unfollow(user=request.user, subject=subject)
            messages.success(request, _("Je volgt dit niet meer."))
        else:
            follow(user=request.user, subject=subject)
            messages.success(request, _("Je volgt dit nu. Is er nieuws? Dan hoor je het van ons."))
        return redirect(subject)
    return render(request, "activity/follow.html", {"subject": subject, "is_following": is_following})


@csrf_exempt  # RFC 8058: the mail program posts here by itself, and the signed word is the proof
@require_http_methods(["GET", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """Stop (or start again) one kind of mail, from the link in that mail, without signing in."""
    try:
        user_id, template = read_unsubscribe_token(token)
    except BadSignature:
        return render(request, "activity/unsubscribe_unknown.html", status=404)
    user = get_object_or_404(User, pk=user_id)
    if request.method == "POST":
        change = accept_mail if request.POST.get("choice") == "start" else refuse_mail
        change(user=user, template=template)
    is_refused = MailRefusal.objects.filter(user=user, template=template).exists()
    context = {"is_refused": is_refused, "is_done": request.method == "POST"}
    return render(request, "activity/unsubscribe.html", context)
