"""The back office of cases: within how many days the gemeente is in touch. Cases themselves are not here."""

from django.contrib import admin

from gemeente.accounts.admin import ReferenceAdmin
from gemeente.accounts.admin_site import portal_admin
from gemeente.cases.models import FirstContactTerm


@admin.register(FirstContactTerm, site=portal_admin)
class FirstContactTermAdmin(ReferenceAdmin):
    list_display = ["kind", "working_days", "starts_on"]
    may_add = True
