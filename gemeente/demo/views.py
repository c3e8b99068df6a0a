"""Pages that only the demo has."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from gemeente.demo.models import DemoMail
from gemeente.lib.paging import paginate


@require_safe
def mail(request: HttpRequest) -> HttpResponse:
    """All mail of the demo, newest first."""
    page = paginate(DemoMail.objects.all(), request.GET, size=30)
    return render(request, "demo/mail.html", {"page": page, "breadcrumbs": [("Demo-post", request.path)]})


@require_safe
def one_mail(request: HttpRequest, mail_id: int) -> HttpResponse:
    """One mail."""
    letter = get_object_or_404(DemoMail, pk=mail_id)
    crumbs = [("Demo-post", reverse("demo:mail")), (letter.title, request.path)]
    return render(request, "demo/one_mail.html", {"mail": letter, "breadcrumbs": crumbs})
