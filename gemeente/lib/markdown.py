"""Markdown that people write, as HTML that can do nothing but be read.

The parser knows no raw HTML, pictures or code, so nothing of that is ever made; and nh3 lets only the tags and
addresses below through, whatever the parser made. Both are imported on first use: few workers need them at once.
"""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "blockquote", "h2", "h3", "h4", "h5", "h6"}
ATTRIBUTES: dict[str, set[str]] = {
    "*": set(),
    "a": {"href"},
    "ol": {"start"},
}  # "*": nh3 would keep titles and languages
SCHEMES = {"https", "http", "mailto", "tel"}
# What would surprise who types: a line of dashes that makes a heading, four spaces that make code.
UNUSED = ["image", "html_block", "html_inline", "code", "fence", "backticks", "hr", "lheading"]
DEEPEST = 6


@lru_cache(maxsize=128)
def to_html(text: str, first_heading: int = 2) -> SafeString:
    """A text as HTML. Its headings begin at `first_heading` and never skip a level, however they were typed."""
    import nh3

    parser = _parser()
    tokens = parser.parse(text)
    _step_headings(tokens, first_heading)
    html = parser.renderer.render(tokens, parser.options, {})
    return SafeString(nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None))


@cache
def _parser() -> "MarkdownIt":
    """Markdown as CommonMark has it, less what we do not use; a new line stays a new line."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False, "breaks": True}).disable(UNUSED)


def _step_headings(tokens: "Iterable[Token]", first: int) -> None:
    """Give each heading the level of its depth among the headings around it."""
    above: list[str] = []  # tags as typed: "h1" is less than "h2"
    shown = f"h{first}"
    for token in tokens:
        if token.type == "heading_open":
            while above and above[-1] >= token.tag:
                above.pop()
            above.append(token.tag)
            shown = f"h{min(DEEPEST, first + len(above) - 1)}"
        if token.type in {"heading_open", "heading_close"}:
            token.tag = shown
