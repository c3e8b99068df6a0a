"""Filters of the list of people, in a URL that managers can share."""

from typing import Any

import django_filters
from django.db.models import Exists, OuterRef, Q, QuerySet

from gemeente.accounts.models import RoleAssignment, RoleType
from gemeente.places.models import Wijk
from gemeente.users.models import User


class PeopleFilter(django_filters.FilterSet):
    """By name or address, by role, and by the wijk of that role."""

    zoek = django_filters.CharFilter(label="Naam of e-mailadres", max_length=100)
    rol = django_filters.ModelChoiceFilter(
        label="Rol", queryset=RoleType.objects.order_by("label"), to_field_name="role", empty_label="Alle rollen"
    )
    wijk = django_filters.ModelChoiceFilter(
        label="Wijk", queryset=Wijk.objects.defer("boundary"), to_field_name="slug", empty_label="Alle wijken"
    )

    class Meta:
        model = User
        fields: list[str] = []

    def filter_queryset(self, queryset: QuerySet[User]) -> QuerySet[User]:
        """Role and wijk are about one and the same role, which somebody has now or had before."""
        chosen: dict[str, Any] = self.form.cleaned_data
        if words := chosen.get("zoek"):
            queryset = queryset.filter(Q(name__icontains=words) | Q(email__icontains=words))
        held = RoleAssignment.objects.filter(user=OuterRef("pk"))
        if role := chosen.get("rol"):
            held = held.filter(role=role.role)
        if wijk := chosen.get("wijk"):
            held = held.filter(wijk=wijk)
        return queryset.filter(Exists(held)) if role or wijk else queryset
