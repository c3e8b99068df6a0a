"""What a WOP tells about itself, and who else comes to it: its board keeps this."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted
from gemeente.places.models import Wijk
from gemeente.users.requests import SignedInRequest
from wijken.actions.wops import add_attendee, change_attendee, change_wop, end_attendee
from wijken.forms.team import AttendeeForm, WopForm
from wijken.models import Attendee, Wop
from wijken.policies import can_change_wop, can_keep_attendees
from wijken.views.shortcuts import room_breadcrumbs, saved, wijk_page


@require_http_methods(["GET", "POST"])
@wijk_page(can_change_wop)
def wop_details(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """Change what the WOP tells about itself. Who was overtaken keeps her words and sees what stands there now."""
    wop = Wop.objects.filter(wijk=wijk).first()
    form = WopForm(posted(request), initial=WopForm.initial_of(wop))
    overtaken = False
    if form.is_valid():
        try:
            change_wop(wijk=wijk, actor=request.user, **form.cleaned_data)
        except Stale as stale:
            form.add_error(None, str(stale))
            overtaken = True
            # She sees what stands there now: sent again, her words count.
            form.data = {**request.POST.dict(), "version": str(wop.version if wop else 1)}
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return saved(request, _("Bewaard. Iedereen ziet dit nu."), "wijken:team", wijk)
    context = {
        "wijk": wijk,
        "wop": wop,
        "form": form,
        "overtaken": overtaken,
        "breadcrumbs": room_breadcrumbs(wijk, request, _("Gegevens van het WOP")),
    }
    return render(request, "wijken/wop_details.html", context)


def get_attendee_or_404(wijk: Wijk, attendee_id: int) -> Attendee:
    """Who comes to the WOP of this wijk now."""
    rows = Attendee.objects.on(timezone.localdate()).filter(wijk=wijk).select_related("wijk")
    return get_object_or_404(rows, pk=attendee_id)


@require_http_methods(["GET", "POST"])
@wijk_page(can_keep_attendees)
def new_attendee(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """Write down who else comes."""
    form = AttendeeForm(posted(request))
    if form.is_valid():
        add_attendee(wijk=wijk, actor=request.user, **form.cleaned_data)
        return saved(request, _("Opgeschreven."), "wijken:team_inside", wijk)
    context = {"wijk": wijk, "form": form, "breadcrumbs": room_breadcrumbs(wijk, request, _("Wie er ook bij komt"))}
    return render(request, "wijken/attendee.html", context)


@require_http_methods(["GET", "POST"])
@wijk_page(can_keep_attendees)
def edit_attendee(request: SignedInRequest, wijk: Wijk, attendee_id: int) -> HttpResponse:
    """Change who comes in a role, or take a name away."""
    attendee = get_attendee_or_404(wijk, attendee_id)
    form = AttendeeForm(posted(request), initial=AttendeeForm.initial_of(attendee))
    if form.is_valid():
        change_attendee(attendee=attendee, actor=request.user, **form.cleaned_data)
        return saved(request, _("Bewaard."), "wijken:team_inside", wijk)
    crumbs = room_breadcrumbs(wijk, request, _("Wie er ook bij komt"))
    context = {"wijk": wijk, "form": form, "attendee": attendee, "breadcrumbs": crumbs}
    return render(request, "wijken/attendee.html", context)


@require_POST
@wijk_page(can_keep_attendees)
def drop_attendee(request: SignedInRequest, wijk: Wijk, attendee_id: int) -> HttpResponse:
    """Write down that she does not come any more."""
    end_attendee(attendee=get_attendee_or_404(wijk, attendee_id), actor=request.user)
    return saved(request, _("Weggehaald."), "wijken:team_inside", wijk)
