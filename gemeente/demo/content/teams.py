"""The teams of the seven WOPs: who does what since when, who asks to join, and who else comes."""

from dataclasses import dataclass

YEAR = 365


@dataclass(frozen=True)
class DemoMember:
    """Somebody in a team: what she does (a function, or "group:" with its name), since when, and by name or not."""

    who: str
    does: str
    days_ago: int
    is_named: bool = False


@dataclass(frozen=True)
class DemoJoinRequest:
    """Somebody who asks to join; answered with a kind word where the board said no."""

    who: str
    words: str
    likes: str
    days_ago: int
    refusal: str = ""


@dataclass(frozen=True)
class DemoAttendee:
    """Who else comes to a WOP; by name where she agreed."""

    label: str
    organisation: str
    name: str = ""


@dataclass(frozen=True)
class DemoTeam:
    """The team of a WOP. The first of its members began it."""

    slug: str
    members: tuple[DemoMember, ...]
    requests: tuple[DemoJoinRequest, ...] = ()
    attendees: tuple[DemoAttendee, ...] = ()
    hands_over: tuple[str, str, int] | None = None  # from whom to whom the chair goes, and how long ago
    stops: tuple[str, int] | None = None  # who laid down what she did, and how long ago
    website: str = ""


TEAMS: tuple[DemoTeam, ...] = (
    DemoTeam(
        slug="middelwatering",
        members=(
            DemoMember("willem", "chair", 2 * YEAR + 40, is_named=True),
            DemoMember("henk", "treasurer", YEAR + 90, is_named=True),
            DemoMember("samira", "secretary", YEAR, is_named=True),
            DemoMember("wilma", "group:Wijkbudget", 500),
            DemoMember("corrie", "group:Ontmoeten", 420),
        ),
        requests=(
            DemoJoinRequest(
                "dennis",
                "Ik train elf jongens op het veldje en hoor van hun ouders van alles. Dat wil ik graag meenemen.",
                "Sport, en dingen regelen",
                6,
            ),
            DemoJoinRequest(
                "fatima",
                "Ik leid de moestuin achter de Hoven. Ik wil meedenken over groen in de hele wijk.",
                "Planten, en mensen bij elkaar brengen",
                2,
            ),
        ),
        attendees=(
            DemoAttendee("wijkwethouder", "college van Capelle"),
            DemoAttendee("wijkagent", "politie", "Mirjam"),
            DemoAttendee("gebiedsbeheerder", "Havensteder"),
            DemoAttendee("voorzitter huurdersvereniging", "huurders van de Hoven"),
        ),
        website="https://wop-middelwatering.demo.example",
    ),
    DemoTeam(
        slug="oostgaarde",
        members=(
            DemoMember("trudy", "chair", 3 * YEAR - 20),
            DemoMember("ineke", "secretary", 2 * YEAR, is_named=True),
            DemoMember("bayram", "treasurer", 700, is_named=True),
            DemoMember("emine", "group:Spelen", 400),
            DemoMember("mei", "group:Samen eten", 300),
        ),
        requests=(
            DemoJoinRequest("kevin", "Ik woon in de Hoeken en kan overdag niet, maar 's avonds wel.", "Muziek", 11),
        ),
        attendees=(
            DemoAttendee("wijkagent", "politie"),
            DemoAttendee("medewerker stadsbeheer", "gemeente Capelle"),
        ),
        stops=("trudy", 24),
    ),
    DemoTeam(
        slug="schollevaar",
        members=(
            DemoMember("winston", "chair", 3 * YEAR - 30),
            DemoMember("dilara", "secretary", 2 * YEAR, is_named=True),
            DemoMember("arjan", "treasurer", 600, is_named=True),
            DemoMember("ricardo", "board", 380),
            DemoMember("els-marie", "group:Schollebos", 350),
            DemoMember("mo", "group:Jong", 200),
            DemoMember("wies", "member", 150),
        ),
        requests=(
            DemoJoinRequest("bram", "Timmerman met een volle schuur. Ik wil meehelpen met wat kapot is.", "Klussen", 4),
        ),
        attendees=(
            DemoAttendee("wijkagent", "politie", "Jordy"),
            DemoAttendee("wijkconciërge", "Havensteder"),
            DemoAttendee("stationsmanager", "spoor"),
        ),
        hands_over=("winston", "ricardo", 90),
    ),
    DemoTeam(
        slug="capelle-west",
        members=(
            DemoMember("kees", "chair", 2 * YEAR, is_named=True),
            DemoMember("gerda", "secretary", 2 * YEAR - 60),
            DemoMember("tomasz", "treasurer", 500),
            DemoMember("annelies", "group:Dijk en water", 300),
            DemoMember("gijs", "group:Dijk en water", 260),
        ),
        requests=(
            DemoJoinRequest(
                "youssef",
                "Ik heb de bakkerij. Ik zou graag voor ondernemers spreken.",
                "Brood meenemen",
                200,
                refusal="Wat fijn dat je het vraagt. Tot de zomer zijn we vol; kom intussen naar onze bijeenkomsten.",
            ),
        ),
        attendees=(DemoAttendee("wijkwethouder", "college van Capelle"), DemoAttendee("wijkagent", "politie")),
        website="https://wop-capelle-west.demo.example",
    ),
    DemoTeam(
        slug="fascinatio",
        members=(
            DemoMember("priya", "chair", YEAR + 120, is_named=True),
            DemoMember("marek", "treasurer", YEAR),
            DemoMember("soraya", "secretary", 330, is_named=True),
            DemoMember("joyce", "group:Spelen", 200),
            DemoMember("nadia", "group:Groen", 180),
        ),
        attendees=(DemoAttendee("parkmanager", "Rivium"), DemoAttendee("wijkagent", "politie")),
    ),
    DemoTeam(
        slug="s-gravenland",
        members=(
            DemoMember("pieter", "chair", 2 * YEAR - 10, is_named=True),
            DemoMember("shanti", "secretary", 600),
            DemoMember("olga", "treasurer", 420),
            DemoMember("lotte", "group:Jong", 160),
        ),
        attendees=(DemoAttendee("wijkagent", "politie"),),
    ),
    DemoTeam(
        slug="schenkel",
        members=(
            DemoMember("rajesh", "chair", YEAR + 200, is_named=True),
            DemoMember("naima", "secretary", YEAR, is_named=True),
            DemoMember("jaap", "group:Verkeer", 300),
            DemoMember("fatoumata", "member", 250),
            DemoMember("linda", "member", 210),
            DemoMember("sjaan", "member", 90),
        ),
        attendees=(DemoAttendee("gebiedsbeheerder", "Havensteder", "Anouk"),),
    ),
)
