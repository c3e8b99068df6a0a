"""Lists of people and places. What residents wrote or told about themselves is not here and stays out."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from gemeente.accounts.actions import save_reference
from gemeente.accounts.admin_site import portal_admin
from gemeente.accounts.models import RoleType
from gemeente.accounts.policies import can_use_admin
from gemeente.lib.errors import Refused
from gemeente.places.models import Theme, Wijk


class ReferenceAdmin(admin.ModelAdmin):
    """A reference table: managers see and change it through actions, nobody deletes. Our own log replaces Django's."""

    actions = None
    may_add = False

    def has_module_permission(self, request: HttpRequest) -> bool:
        return can_use_admin(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return can_use_admin(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return can_use_admin(request.user)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.may_add and can_use_admin(request.user)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        save_reference(row=obj, actor=request.user)

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show what an action refused at the last moment as a message instead of an error page."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect(request.path)

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        return redirect("..")

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Nothing: Django's log would keep names of people outside our registry of personal data."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Nothing, likewise."""


@admin.register(Theme, site=portal_admin)
class ThemeAdmin(ReferenceAdmin):
    list_display = ["name", "name_en", "position", "ends_on"]
    may_add = True

    def get_readonly_fields(self, request: HttpRequest, obj: Theme | None = None) -> list[str]:
        return ["code"] if obj else []


@admin.register(Wijk, site=portal_admin)
class WijkAdmin(ReferenceAdmin):
    """Only the texts: name, address and boundary come from `import_wijken`."""

    list_display = ["name", "scene"]
    fields = ["name", "introduction", "introduction_en", "scene"]
    readonly_fields = ["name"]


@admin.register(RoleType, site=portal_admin)
class RoleTypeAdmin(ReferenceAdmin):
    list_display = ["label", "label_en", "role"]
    readonly_fields = ["role"]
