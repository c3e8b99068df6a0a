"""The back office of people and places. What residents wrote or told about themselves is not here and stays out."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from gemeente.accounts.actions import assign_role, end_role, refusal_of_role, save_reference
from gemeente.accounts.admin_site import portal_admin
from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleAssignment, RoleType
from gemeente.accounts.policies import can_use_admin
from gemeente.lib.errors import Refused
from gemeente.places.models import Theme, Wijk
from gemeente.users.models import User


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


# --- Roles of people --------------------------------------------------------------------------------------------------
def role_choices() -> list[tuple[str, str]]:
    """Roles by the names the gemeente uses now."""
    return [
        ("", "Kies een rol"),
        *sorted(((row.role, row.label) for row in RoleType.objects.all()), key=lambda r: r[1]),
    ]


class GiveRoleForm(forms.ModelForm):
    """Give somebody who has an account a role."""

    email = forms.EmailField(label="E-mailadres van de persoon", help_text="Deze persoon heeft al een account.")
    role = forms.ChoiceField(label="Rol", choices=role_choices)

    class Meta:
        model = RoleAssignment
        fields = ["email", "role", "wijk", "starts_on", "ends_on"]

    actor: User

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        user = User.objects.filter(email__iexact=data.get("email", ""), is_active=True).first()
        if data.get("email") and user is None:
            self.add_error("email", "Met dit adres heeft niemand een account.")
        if self.errors or user is None:
            return data
        self.instance.user = user
        about = {name: data[name] for name in ("role", "wijk", "starts_on", "ends_on")}
        if refusal := refusal_of_role(user=user, actor=self.actor, **about):
            self._validate_unique = self._validate_constraints = False  # one reason is enough
            raise forms.ValidationError(refusal)
        return data


class EndRoleForm(forms.ModelForm):
    """Let a role end."""

    class Meta:
        model = RoleAssignment
        fields = ["ends_on"]
        help_texts = {"ends_on": "De eerste dag waarop de rol niet meer geldt."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "ends_on" in self.fields:
            self.fields["ends_on"].required = True


@admin.register(RoleAssignment, site=portal_admin)
class RoleAssignmentAdmin(ReferenceAdmin):
    """Who plays which part. A role is given and ended, never changed or deleted."""

    list_display = ["user", "role_label", "wijk", "starts_on", "ends_on"]
    list_filter = ["role", "wijk"]
    list_select_related = ["user", "wijk"]
    ordering = ["-starts_on", "-pk"]
    may_add = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[RoleAssignment]:
        label = RoleType.objects.filter(role=OuterRef("role")).values("label")
        return super().get_queryset(request).annotate(label=Subquery(label))

    @admin.display(description="rol", ordering="role")
    def role_label(self, row: Any) -> str:
        return row.label or row.role

    def has_change_permission(self, request: HttpRequest, obj: RoleAssignment | None = None) -> bool:
        has_ended = obj is not None and obj.ends_on is not None and obj.ends_on <= timezone.localdate()
        return can_use_admin(request.user) and not has_ended

    def get_fields(self, request: HttpRequest, obj: RoleAssignment | None = None) -> Any:
        return ["user", "role_label", "wijk", "starts_on", "ends_on", "given_by"] if obj else GiveRoleForm.Meta.fields

    def get_readonly_fields(self, request: HttpRequest, obj: RoleAssignment | None = None) -> list[str]:
        return ["user", "role_label", "wijk", "starts_on", "given_by"] if obj else []

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        kwargs["form"] = EndRoleForm if obj else GiveRoleForm
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.actor = request.user
        return form

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        if change:
            row = RoleAssignment.objects.get(pk=obj.pk)
            end_role(assignment=row, ends_on=obj.ends_on, actor=request.user)
            return
        made = assign_role(
            user=obj.user,
            role=Role(form.cleaned_data["role"]),
            wijk=obj.wijk,
            starts_on=obj.starts_on,
            ends_on=obj.ends_on,
            actor=request.user,
        )
        obj.pk = made.pk
