"""Words about the seven wijken and their WOPs, in Dutch at level B1 and in English."""

from dataclasses import dataclass


@dataclass(frozen=True)
class WijkIntroduction:
    """How one wijk and its WOP introduce themselves."""

    slug: str
    name: str
    nl: str
    en: str
    wop_nl: str
    wop_en: str
    contact: str
    email: str
    phone: str


WIJK_INTRODUCTIONS: tuple[WijkIntroduction, ...] = (
    WijkIntroduction(
        slug="capelle-west",
        name="Capelle-West",
        nl=(
            "Capelle-West ligt aan de Hollandsche IJssel, tegen Rotterdam aan. "
            "Vanaf de dijk zie je de boten voorbijgaan. "
            "Het is een wijk waar buren elkaar op straat groeten, en elkaar weten te vinden als er iets te doen is."
        ),
        en=(
            "Capelle-West lies on the Hollandsche IJssel, right next to Rotterdam. "
            "From the dike you watch the boats go by. "
            "Neighbours say hello in the street here, and find each other when there is something to be done."
        ),
        wop_nl=(
            "Het WOP Capelle-West praat en werkt mee aan wonen, werken en welzijn in de wijk. "
            "Onze vergaderingen zijn openbaar. Kom gerust een keer luisteren, je hoeft niets voor te bereiden."
        ),
        wop_en=(
            "WOP Capelle-West has its say and lends a hand with housing, work and welfare in the wijk. "
            "Our meetings are open to all. Come and listen some time: you need not prepare anything."
        ),
        contact="Secretaris WOP Capelle-West",
        email="wop.capelle-west@demo.example",
        phone="010-555 0111",
    ),
    WijkIntroduction(
        slug="s-gravenland",
        name="'s-Gravenland",
        nl=(
            "In 's-Gravenland woon je rustig, met water en groen om je heen. "
            "Veel straten zijn hofjes of lanen waar kinderen buiten kunnen spelen. "
            "Bewoners maken zelf het verschil: op het veldje, langs de sloot en in de straat."
        ),
        en=(
            "In 's-Gravenland you live quietly, with water and green around you. "
            "Many streets are small courts or lanes where children can play outside. "
            "Residents make the difference themselves: on the field, along the ditch and in the street."
        ),
        wop_nl=(
            "Het WOP 's-Gravenland is er voor alle bewoners van de wijk. "
            "We halen op wat er speelt en zoeken wie er mee wil doen. Heb je een plan? Wij denken graag met je mee."
        ),
        wop_en=(
            "WOP 's-Gravenland is there for everyone who lives in the wijk. "
            "We gather what is going on and look for people to join in. Do you have a plan? We are glad to think along."
        ),
        contact="Secretaris WOP 's-Gravenland",
        email="wop.s-gravenland@demo.example",
        phone="010-555 0112",
    ),
    WijkIntroduction(
        slug="fascinatio",
        name="Fascinatio",
        nl=(
            "Fascinatio is een van de jongste wijken van Capelle. "
            "Rond de Fascinatio Boulevard wonen gezinnen, stellen en mensen alleen, uit alle delen van de wereld. "
            "Iedereen kwam hier ooit als nieuwe buur. Dat merk je: wie iets begint, krijgt snel gezelschap."
        ),
        en=(
            "Fascinatio is one of the youngest wijken of Capelle. "
            "Around the Fascinatio Boulevard live families, couples and people on their own, from all over the world. "
            "Everybody once came here as the new neighbour. It shows: whoever starts something soon has company."
        ),
        wop_nl=(
            "Het WOP Fascinatio werkt aan een wijk waar je fijn woont, werkt en op weg gaat, met genoeg groen. "
            "Vier keer per jaar vergaderen we in het openbaar. Nieuwe gezichten zijn altijd welkom."
        ),
        wop_en=(
            "WOP Fascinatio works for a wijk that is good to live in, to work in and to get around in. "
            "It should be green as well. Four times a year we meet in public. New faces are always welcome."
        ),
        contact="Secretaris WOP Fascinatio",
        email="wop.fascinatio@demo.example",
        phone="010-555 0113",
    ),
    WijkIntroduction(
        slug="middelwatering",
        name="Middelwatering",
        nl=(
            "Middelwatering is het hart van Capelle, met het gemeentehuis en winkelcentrum De Koperwiek. "
            "De wijk telt veel buurten, elk met een eigen gezicht: van de Vogelbuurt tot de Hoven en de Dichtersbuurt. "
            "Hier wonen jong en oud door elkaar, in de flat en in het rijtjeshuis."
        ),
        en=(
            "Middelwatering is the heart of Capelle, with the town hall and shopping centre De Koperwiek. "
            "The wijk has many small quarters with a face of their own: from the Vogelbuurt to the Hoven and the "
            "Dichtersbuurt. Young and old live side by side here, in flats and in terraced houses."
        ),
        wop_nl=(
            "Het WOP Middelwatering geeft advies aan de gemeente, gevraagd en ongevraagd. "
            "We willen ook doen: samen met bewoners kiezen we elk jaar plannen die de buurt beter maken. "
            "Loop binnen bij een bijeenkomst, of stuur ons een bericht."
        ),
        wop_en=(
            "WOP Middelwatering advises the municipality, whether asked or not. "
            "We also want to act: every year we choose, with residents, plans that make the neighbourhood better. "
            "Walk in at a meeting, or send us a message."
        ),
        contact="Willem Hoogendijk, voorzitter",
        email="wop.middelwatering@demo.example",
        phone="010-555 0114",
    ),
    WijkIntroduction(
        slug="schenkel",
        name="Schenkel",
        nl=(
            "Schenkel ligt aan de noordkant van Capelle, met Rotterdam om de hoek. "
            "Het is een overzichtelijke wijk: na een paar jaar ken je veel gezichten. "
            "Buren helpen elkaar hier met gewone dingen, zoals een ladder, een lift of een praatje."
        ),
        en=(
            "Schenkel lies on the north side of Capelle, with Rotterdam around the corner. "
            "It is a compact wijk: after a few years you know many faces. "
            "Neighbours help each other with ordinary things here, such as a ladder, a lift or a chat."
        ),
        wop_nl=(
            "Het WOP Schenkel bestaat uit vrijwilligers die de wijk goed kennen. "
            "We zoeken het liefst kleine oplossingen die meteen werken. Zie jij iets wat beter kan? Laat het ons weten."
        ),
        wop_en=(
            "WOP Schenkel is made up of volunteers who know the wijk well. "
            "We like small solutions that work at once. Do you see something that could be better? Let us know."
        ),
        contact="Secretaris WOP Schenkel",
        email="wop.schenkel@demo.example",
        phone="010-555 0115",
    ),
    WijkIntroduction(
        slug="oostgaarde",
        name="Oostgaarde",
        nl=(
            "Oostgaarde ligt in het oosten van Capelle, tussen de Hollandsche IJssel en het groen. "
            "In buurten als de Hoeken, de Bergen, de Terp en de Linie wonen mensen vaak al lang, en graag. "
            "De metro brengt je naar de stad, de dijk brengt je naar buiten."
        ),
        en=(
            "Oostgaarde lies in the east of Capelle, between the Hollandsche IJssel and the green. "
            "In quarters such as the Hoeken, the Bergen, the Terp and the Linie people often stay long, and gladly. "
            "The metro takes you to the city, the dike takes you outdoors."
        ),
        wop_nl=(
            "Het WOP Oostgaarde beheert het wijkbudget, geeft advies en organiseert activiteiten. "
            "Dat doen we met bewoners, en we kunnen altijd handen gebruiken. Eén avond per maand helpt al."
        ),
        wop_en=(
            "WOP Oostgaarde manages the wijk budget, gives advice and organises activities. "
            "We do so with residents, and can always use more hands. One evening a month is a real help."
        ),
        contact="Secretaris WOP Oostgaarde",
        email="wop.oostgaarde@demo.example",
        phone="010-555 0116",
    ),
    WijkIntroduction(
        slug="schollevaar",
        name="Schollevaar",
        nl=(
            "Schollevaar ligt in het noorden van Capelle en heeft een eigen treinstation. "
            "Het is een grote wijk met hofjes, singels en het Schollebos vlakbij. "
            "Er wonen mensen met veel talent. Soms hoef je het alleen maar te vragen."
        ),
        en=(
            "Schollevaar lies in the north of Capelle and has a railway station of its own. "
            "It is a large wijk with courts, canals and the Schollebos woods close by. "
            "The people here have many talents. Sometimes you only need to ask."
        ),
        wop_nl=(
            "Het WOP Schollevaar brengt bewoners, gemeente, politie en woningcorporatie aan één tafel. "
            "We zorgen dat een vraag uit de wijk een antwoord krijgt. Onze vergaderingen zijn open voor iedereen."
        ),
        wop_en=(
            "WOP Schollevaar brings residents, municipality, police and housing corporation to one table. "
            "We see to it that a question from the wijk gets an answer. Our meetings are open to everyone."
        ),
        contact="Secretaris WOP Schollevaar",
        email="wop.schollevaar@demo.example",
        phone="010-555 0117",
    ),
)
