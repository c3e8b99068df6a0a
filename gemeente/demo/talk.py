"""Questions to owners and stories of results in the demo, each on its day, through the actions people use."""

from django.utils import timezone

from gemeente.demo.content import DemoInquiry, DemoResult
from gemeente.demo.pictures import picture_of
from gemeente.demo.story import People, moment, post_letters
from initiatives.actions.inquiries import answer_inquiry, ask_owner
from initiatives.actions.photos import keep_photo
from initiatives.actions.results import tell_result
from initiatives.actions.thanking import answer_thanks
from initiatives.enums import PhotoPlace
from initiatives.models import Initiative, ThanksName
from initiatives.verbs import INITIATIVE_MOVED

TOLD_AFTER = 3  # days after the last step


def tell_inquiry(plan: DemoInquiry, people: People) -> None:
    """A neighbour asks, and perhaps the owner answers some time later."""
    initiative = Initiative.objects.get(title=plan.title)
    with moment(plan.days_ago):
        inquiry = ask_owner(initiative=initiative, actor=people[plan.by], text=plan.text)
        post_letters(plan.days_ago)
    if plan.answer:
        with moment(plan.days_ago - plan.after):
            answer_inquiry(inquiry=inquiry, actor=initiative.owner, answer=plan.answer)
            post_letters(plan.days_ago - plan.after)


def tell_story_of_result(plan: DemoResult, people: People) -> None:
    """The owner tells the story with two pictures, and who joined in says whether she is named."""
    initiative = Initiative.objects.select_related("owner").get(title=plan.title)
    assert initiative.subject is not None
    last = initiative.subject.entries.filter(verb=INITIATIVE_MOVED.name).latest("pk")
    days_ago = max((timezone.now() - last.created_at).days - TOLD_AFTER, 0)
    with moment(days_ago):
        keep_photo(initiative, picture_of(plan.title, is_after=False), plan.before, place=PhotoPlace.BEFORE)
        keep_photo(initiative, picture_of(plan.title, is_after=True), plan.after, place=PhotoPlace.AFTER)
        tell_result(
            initiative=initiative,
            actor=initiative.owner,
            outcome=initiative.outcome,
            people_reached=initiative.people_reached or 1,
            story=plan.story,
            follow_up=plan.follow_up,
        )
        names = {people[key].pk: name for key, name in plan.names}
        for thanks in ThanksName.objects.filter(initiative=initiative).select_related("user"):
            answer_thanks(thanks=thanks, name=names.get(thanks.user_id, ""))
        post_letters(days_ago)
