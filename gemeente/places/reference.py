"""The gemeente and the eight themes of its fund (domain.md section 2.1)."""

from gemeente.places.models import Gemeente, Theme

THEMES = [
    ("livability", "Leefbaarheid, groen en spelen", "Liveability, green and play", "garden"),
    ("education_work", "Leren en werken", "Learning and work", "learning"),
    ("safety", "Veiligheid", "Safety", "light"),
    ("sustainability", "Duurzaamheid", "Sustainability", "energy"),
    ("elderly", "Ouderen", "Older people", "care"),
    ("arts_culture", "Kunst en cultuur", "Arts and culture", "art"),
    ("youth", "Jeugd", "Young people", "playground"),
    ("sports_leisure", "Sport, recreatie en toerisme", "Sports, leisure and tourism", "sport"),
]
CAPELLE = {
    "name": "Capelle aan den IJssel",
    "portal_name": "Buitenkans",
    "phone": "14 010",
    "email": "buitenkans@capelle.example",
    "address": "Rivierweg 111, Capelle aan den IJssel",
    "opening_hours": "maandag tot en met vrijdag, 8.30 tot 17.00 uur",
    "opening_hours_en": "Monday to Friday, 8.30 to 17.00",
}


def load_gemeente() -> int:
    """Make the gemeente's row if there is none; returns how many rows it made."""
    return int(Gemeente.objects.get_or_create(code="GM0502", defaults=CAPELLE)[1])


def load_themes() -> int:
    """Make the themes that are missing; returns how many."""
    made = 0
    for position, (code, name, name_en, scene) in enumerate(THEMES, start=1):
        fields = {"name": name, "name_en": name_en, "scene": scene, "position": position}
        made += Theme.objects.get_or_create(code=code, defaults=fields)[1]
    return made
