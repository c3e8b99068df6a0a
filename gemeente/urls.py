"""Every address of the portal (design.md section 5): public pages in two languages, desk pages in Dutch only."""

from functools import partial

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from gemeente import views
from gemeente.accounts.admin_site import portal_admin
from gemeente.portal.enums import RuleName
from gemeente.portal.rules import rule

handler400 = "gemeente.views.bad_request"
handler403 = "gemeente.views.permission_denied"
handler404 = "gemeente.views.page_not_found"
handler500 = "gemeente.views.server_error"

urlpatterns = [
    path("", include("wijken.agenda.desk_urls")),
    path("", include("gemeente.cases.urls")),
    path("", include("gemeente.moderation.urls")),
    path("", include("wijken.advice.desk_urls")),
    path("", include("wijken.advice.plan_desk_urls")),
    path("", include("initiatives.outdoor_urls")),
    path("", include("initiatives.manage_urls")),
    path("", include("gemeente.places.urls")),
    path("", include("gemeente.portal.urls")),
    path("", include("gemeente.partners.urls")),
    path("", include("gemeente.council.desk_urls")),
    path("", include("gemeente.accounts.manage_urls")),
    path("beheer/lijsten/", portal_admin.urls),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    *([path("demo/", include("gemeente.demo.urls"))] if settings.DEMO else []),
    *i18n_patterns(
        path("", views.home, name="home"),
        path("", include("initiatives.urls")),
        path("", include("wijken.following.urls")),
        path("", include("gemeente.council.urls")),
        path("", include("wijken.agenda.urls")),
        path("", include("wijken.advice.urls")),
        path("", include("wijken.advice.plan_urls")),
        path("", include("wijken.meetings.urls")),
        path("", include("wijken.urls")),
        path("", include("gemeente.accounts.urls")),
        path("", include("gemeente.accounts.age_urls"), {"own_age": partial(rule, RuleName.OWN_AGE)}),
        path("", include("gemeente.cases.contact_urls")),
        path("", include("gemeente.questions.urls")),
        path("", include("gemeente.moderation.public_urls")),
        path("", include("gemeente.activity.urls")),
        path("", include("gemeente.portal.page_urls")),
        path("account/", include("allauth.urls")),
        path("toegankelijkheid/", views.accessibility, name="accessibility"),
        path("privacy/", views.privacy, name="privacy"),
        path("stijlgids/", views.styleguide, name="styleguide"),
        prefix_default_language=False,
    ),
]
