"""Two presses on one button: how an action knows that it did this already."""

import uuid


def submission(form_key: uuid.UUID | None, *words: str) -> uuid.UUID:
    """The key of what somebody sent: of one form, the same words have the same key and other words another.

    So a double click makes one row, and who goes back in her browser and writes something else loses nothing. Without
    a form each is new.
    """
    return uuid.uuid5(form_key, "\0".join(word.strip() for word in words)) if form_key else uuid.uuid4()
