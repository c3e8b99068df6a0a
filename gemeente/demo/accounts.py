"""The accounts anybody may use in the demo."""

from gemeente.demo.content import CAST, STAFF

PASSWORD = "demo-capelle"


def email_of(key: str) -> str:
    """The address of a person of the demo."""
    return f"{key}@demo.example"


def demo_accounts() -> list[tuple[str, str]]:
    """E-mail address and who it is, for the sign-in page and the terminal."""
    return [(email_of(person.key), f"{person.name}. {person.who}") for person in (*CAST, *STAFF)]
