"""The lists of the back office: for managers, after a second step, a short row of reference tables."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from gemeente.accounts.decorators import desk_page
from gemeente.accounts.policies import can_use_admin
from gemeente.accounts.second_factor import has_second_factor


class PortalAdminSite(AdminSite):
    """Django's admin behind our own doors: signing in, passwords and signing out are pages of the portal."""

    site_header = site_title = "Beheer van het portaal"
    index_title = "Lijsten"
    site_url = "/beheer/"
    enable_nav_sidebar = False
    index_template = "accounts/admin_index.html"

    def has_permission(self, request: HttpRequest) -> bool:
        return can_use_admin(request.user) and has_second_factor(request)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Guard each page as every desk page is guarded: 403 and the second step instead of a second sign-in page."""
        return desk_page(can_use_admin)(super().admin_view(view, cacheable))

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        query = urlencode({"next": request.GET.get("next") or reverse("admin:index")})
        return redirect(f"{reverse('account_login')}?{query}")

    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return redirect("account_logout")

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return redirect("account_change_password")

    def password_change_done(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return redirect("accounts:mine")


portal_admin = PortalAdminSite(name="admin")
