"""What the demo is made of: the wijken in words, a cast of neighbours and professionals, and their initiatives.

Plain data without models. Names of people, mail addresses (demo.example) and telephone numbers (010-555 01xx) are
invented; wijken and buurten exist.
"""

from gemeente.demo.content.albums import ALBUMS, DemoAlbum, DemoPaper, DemoShot
from gemeente.demo.content.brakes import REPORTS, WORRIES, DemoReport, DemoWorry
from gemeente.demo.content.outdoors import NOTES, SILENCES, DemoNote, DemoSilence
from gemeente.demo.content.people import CAST, RESIDENTS, STAFF, DemoPerson
from gemeente.demo.content.plan import DemoCase, DemoContact, DemoInitiative, DemoUpdate
from gemeente.demo.content.plannings import PLANNINGS, DemoPlanning
from gemeente.demo.content.plans import PLANS
from gemeente.demo.content.questions import QUESTIONS, DemoQuestion
from gemeente.demo.content.searches import FOLLOWS, SCALES, SEARCHES, DemoFollow, DemoSearch
from gemeente.demo.content.talk import INQUIRIES, RESULTS, DemoInquiry, DemoResult
from gemeente.demo.content.wijken import WIJK_INTRODUCTIONS, WijkIntroduction

__all__ = [
    "ALBUMS",
    "CAST",
    "FOLLOWS",
    "INQUIRIES",
    "NOTES",
    "PLANNINGS",
    "PLANS",
    "QUESTIONS",
    "REPORTS",
    "RESIDENTS",
    "RESULTS",
    "SCALES",
    "SEARCHES",
    "SILENCES",
    "STAFF",
    "WIJK_INTRODUCTIONS",
    "WORRIES",
    "DemoAlbum",
    "DemoCase",
    "DemoContact",
    "DemoFollow",
    "DemoInitiative",
    "DemoInquiry",
    "DemoNote",
    "DemoPaper",
    "DemoPerson",
    "DemoPlanning",
    "DemoQuestion",
    "DemoReport",
    "DemoResult",
    "DemoSearch",
    "DemoShot",
    "DemoSilence",
    "DemoUpdate",
    "DemoWorry",
    "WijkIntroduction",
]
