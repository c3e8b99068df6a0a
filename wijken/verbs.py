"""What the log can say of a wijk and its WOP."""

from gemeente.activity.verbs import Verb

VERBS: tuple[Verb, ...] = ()
ACTS: tuple[Verb, ...] = ()  # what a new account cannot do many times an hour
