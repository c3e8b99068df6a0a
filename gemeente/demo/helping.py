"""What initiatives of the demo ask in numbers, who offered it and what came, through the actions people use."""

from gemeente.demo.content.helping import HELP, DemoHelp
from gemeente.users.models import User
from initiatives.actions.counts import keep_open_true
from initiatives.actions.pledging import count_delivered, offer_help, thank_helper
from initiatives.amounts import UNITS
from initiatives.enums import NeedKind
from initiatives.models import Initiative, Need, Pledge, Share

People = dict[str, User]
BY_TITLE = {told.title: told for told in HELP}


def ask_for_help(told: DemoHelp, initiative: Initiative) -> None:
    """Its owner says what she needs, and what she does herself: all at once, or it would slow the first start."""
    Need.objects.bulk_create(
        Need(
            initiative=initiative,
            kind=need.kind,
            title=need.title,
            amount=need.amount,
            unit=need.unit or UNITS[NeedKind(need.kind)],
            position=position,
        )
        for position, need in enumerate((need for need in told.needs if need.kind), start=1)
    )
    Share.objects.bulk_create(
        Share(initiative=initiative, kind=share.kind, what=share.what, planned=share.planned, position=position)
        for position, share in enumerate(told.shares, start=1)
    )
    initiative.refresh_from_db()
    keep_open_true(initiative)


def let_neighbours_offer(told: DemoHelp, initiative: Initiative, people: People) -> None:
    """Who offers what."""
    needs = {need.title: need for need in Need.objects.filter(initiative=initiative)}
    for need in told.needs:
        for offer in need.offers:
            offer_help(
                initiative=initiative,
                actor=people[offer.by],
                need=needs.get(need.title),
                amount=offer.amount,
                message=offer.message,
            )


def count_what_came(told: DemoHelp, initiative: Initiative, people: People) -> None:
    """Its owner counts and thanks, and says what her own share became so far."""
    pledges = Pledge.objects.filter(initiative=initiative).select_related("need", "initiative")
    offered = {(pledge.need.title if pledge.need else "", pledge.user_id): pledge for pledge in pledges}
    for need in told.needs:
        for offer in need.offers:
            pledge = offered[need.title, people[offer.by].pk]
            if offer.came is not None:
                count_delivered(pledge=pledge, actor=initiative.owner, delivered=offer.came)
            if offer.thanks:
                thank_helper(pledge=pledge, actor=initiative.owner, word=offer.thanks)
    for share in told.shares:
        Share.objects.filter(initiative=initiative, what=share.what).update(done=share.done)
