"""Who may what on an initiative: naming, saying yes, stopping."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.users.requests import SignedInRequest
from initiatives.actions.rights import accept_helper, change_right, decline_helper, end_helper, name_helper
from initiatives.delivery import read_helper_token
from initiatives.forms.rights import NamingForm, RightForm
from initiatives.models import Helper
from initiatives.policies import can_name_helper, can_offer_initiative, can_stop_helping
from initiatives.views.shortcuts import breadcrumbs, get_initiative_or_404


@require_http_methods(["GET", "POST"])
@login_required
def helpers(request: SignedInRequest, slug: str) -> HttpResponse:
    """The owner sees who may what, and asks somebody."""
    initiative = get_initiative_or_404(request, slug)
    if not can_name_helper(request.user, initiative):
        raise PermissionDenied
    form = NamingForm(posted(request))
    if form.is_valid():
        try:
            name_helper(initiative=initiative, actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("We hebben een mail gestuurd. Is het antwoord ja? Dan hoor je het van ons."))
            return redirect("initiatives:helpers", initiative.slug)
    crumbs = breadcrumbs(initiative, request, _("Wie mag wat?"))
    rows = initiative.helpers.open().select_related("user__profile").order_by("accepted_at", "pk")
    may_offer = can_offer_initiative(request.user, initiative)
    context = {"initiative": initiative, "helpers": rows, "form": form, "may_offer": may_offer, "breadcrumbs": crumbs}
    return render(request, "initiatives/helpers.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def helper_right(request: SignedInRequest, slug: str, helper_id: int) -> HttpResponse:
    """The owner gives somebody another right."""
    initiative = get_initiative_or_404(request, slug)
    helper = get_object_or_404(initiative.helpers.open().select_related("user__profile"), pk=helper_id)
    if not can_name_helper(request.user, initiative):
        raise PermissionDenied
    form = RightForm(posted(request), initial={"right": helper.right})
    if form.is_valid():
        change_right(helper=helper, actor=request.user, right=form.cleaned_data["right"])
        messages.success(request, _("Bewaard. Wie het aangaat, krijgt bericht."))
        return redirect("initiatives:helpers", initiative.slug)
    crumbs = breadcrumbs(initiative, request, _("Verander wat iemand mag"))
    context = {"initiative": initiative, "helper": helper, "form": form, "breadcrumbs": crumbs}
    return render(request, "initiatives/helper_right.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def stop_helper(request: SignedInRequest, slug: str, helper_id: int) -> HttpResponse:
    """The owner or the helper herself lets it end."""
    initiative = get_initiative_or_404(request, slug)
    helper = get_object_or_404(initiative.helpers.open().select_related("user__profile"), pk=helper_id)
    is_hers = can_stop_helping(request.user, initiative) and helper.user_id == request.user.pk
    if not is_hers and not can_name_helper(request.user, initiative):
        raise PermissionDenied
    if request.method == "POST":
        end_helper(helper=helper, actor=request.user)
        messages.success(request, _("Dat is gestopt."))
        return redirect("accounts:mine") if is_hers else redirect("initiatives:helpers", initiative.slug)
    crumbs = breadcrumbs(initiative, request, _("Stoppen"))
    context = {"initiative": initiative, "helper": helper, "is_hers": is_hers, "breadcrumbs": crumbs}
    return render(request, "initiatives/stop_helper.html", context)


@require_http_methods(["GET", "POST"])
def help_owner(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind the mail to a helper. It asks on the page, since mail programs open links by themselves."""
    helper = helper_of(token)
    if helper is None:
        return render(request, "initiatives/help_unknown.html", status=404)
    if request.method == "POST":
        return answer_of(request, helper)
    context = {"helper": helper, "initiative": helper.initiative, "breadcrumbs": [(_("Doe je mee?"), request.path)]}
    return render(request, "initiatives/help.html", context)


def answer_of(request: HttpRequest, helper: Helper) -> HttpResponse:
    """Let a yes or a no count; any other answer is no yes."""
    if request.POST.get("answer") != "yes":
        decline_helper(helper=helper)
        messages.success(request, _("Goed dat je het zegt. We hebben je e-mailadres gewist."))
        return redirect("home")
    accept_helper(helper=helper)
    messages.success(request, _("Fijn dat je meedoet! Log in met dit e-mailadres, dan kun je verder."))
    return redirect_to_login(reverse("accounts:mine"), reverse("account_login"))


def helper_of(token: str) -> Helper | None:
    """The request to help that a link stands for; None for one that was answered, ended, or that we did not make."""
    try:
        pk = read_helper_token(token)
    except BadSignature:
        return None
    rows = Helper.objects.open().filter(accepted_at=None, initiative__withdrawn_at=None)
    return rows.select_related("initiative__owner__profile", "initiative__wijk").filter(pk=pk).first()
