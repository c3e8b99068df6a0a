"""The portal as it is, but each page is made anew: what the first reader after a change waits for."""

from gemeente.settings import *  # noqa: F403

KEEPS_PAGES = False
