"""What the demo is made of: the wijken in words, a cast of neighbours and professionals, and their initiatives.

Plain data without models. Names of people, mail addresses (demo.example) and telephone numbers (010-555 01xx) are
invented; wijken and buurten exist.
"""

from gemeente.demo.content.initiatives import INITIATIVES, DemoInitiative
from gemeente.demo.content.people import CAST, RESIDENTS, DemoPerson
from gemeente.demo.content.wijken import WIJK_INTRODUCTIONS, WijkIntroduction

__all__ = [
    "CAST",
    "INITIATIVES",
    "RESIDENTS",
    "WIJK_INTRODUCTIONS",
    "DemoInitiative",
    "DemoPerson",
    "WijkIntroduction",
]
