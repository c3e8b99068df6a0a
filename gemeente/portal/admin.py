"""The back office of the portal itself."""

from django.contrib import admin

from gemeente.accounts.admin import ReferenceAdmin
from gemeente.accounts.admin_site import portal_admin
from gemeente.portal.models import Rule


@admin.register(Rule, site=portal_admin)
class RuleAdmin(ReferenceAdmin):
    """Numbers by date. A row that has begun stays as it is: a new row takes over."""

    list_display = ["name", "value", "starts_on"]
    may_add = True
