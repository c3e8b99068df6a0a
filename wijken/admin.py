"""The back office of the wijken: who the WOPs are."""

from django.contrib import admin

from gemeente.accounts.admin import ReferenceAdmin
from gemeente.accounts.admin_site import portal_admin
from wijken.models import Wop


@admin.register(Wop, site=portal_admin)
class WopAdmin(ReferenceAdmin):
    list_display = ["name", "wijk", "email", "phone"]
    list_select_related = ["wijk"]
    may_add = True
