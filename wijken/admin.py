"""The back office of the wijken: who the WOPs are."""

from typing import Any

from django.contrib import admin

from gemeente.accounts.admin import ReferenceAdmin
from gemeente.accounts.admin_site import portal_admin
from wijken.actions.wops import keep_subject_true
from wijken.models import Wop


@admin.register(Wop, site=portal_admin)
class WopAdmin(ReferenceAdmin):
    list_display = ["name", "wijk", "email", "phone"]
    list_select_related = ["wijk"]
    may_add = True

    def save_model(self, request: Any, obj: Wop, form: Any, change: bool) -> None:
        """Save it; what can be found of it says the same, and who of its board is writing sees that it changed."""
        super().save_model(request, obj, form, change)
        keep_subject_true(obj)
