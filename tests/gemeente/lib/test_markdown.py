"""Markdown: what people may write comes out, and nothing else ever does."""

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st

from gemeente.lib.markdown import ATTRIBUTES, SCHEMES, TAGS, to_html

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)' onclick=alert(1)>klik</a>",
    "[klik](javascript:alert(1))",
    "[klik](JaVaScRiPt:alert(1))",
    "[klik](java\nscript:alert(1))",
    "[klik](&#106;avascript:alert(1))",
    "[klik](vbscript:alert(1))",
    "[klik](data:text/html;base64,PHNjcmlwdD4=)",
    '[klik](https://voorbeeld.example "titel\' onmouseover=alert(1)")',
    '[klik](https://voorbeeld.example/"onmouseover="alert(1))',
    "![foto](https://voorbeeld.example/volg.gif)",
    "<javascript:alert(1)>",
    "<style>*{display:none}</style>",
    "<iframe src=https://voorbeeld.example></iframe>",
    "<form action=/uit><button>x</button></form>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "`<script>alert(1)</script>`",
    "```html\n<script>alert(1)</script>\n```",
    "    <script>alert(1)</script>",
    "[x]: javascript:alert(1)\n\n[x]",
    "<<script>script>alert(1)<</script>/script>",
    "\x00<script\x00>alert(1)</script>",
]
PIECES = st.sampled_from([*HOSTILE, "# kop\n", "**vet**", "- punt\n", "\n\n", "<", ">", '"', "&", "(", ")", "[", "]"])


def faults(html: str) -> list[str]:
    """What in a piece of HTML is not on the list."""
    found = []
    for tag in BeautifulSoup(html, "html.parser").find_all(True):
        extra = set(tag.attrs) - ATTRIBUTES.get(tag.name, set())
        scheme = re.match(r"[a-z+.-]+(?=:)", str(tag.get("href", "")).strip(), re.IGNORECASE)
        found += [] if tag.name in TAGS else [f"tag {tag.name}"]
        found += [f"attribute {name}" for name in extra]
        found += [f"scheme {scheme[0]}"] if scheme and scheme[0].lower() not in SCHEMES else []
    return found


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_executable_comes_out(text: str) -> None:
    html = to_html(text)

    assert faults(html) == []
    assert "<script" not in html


@given(st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=200))
@example("# [x](javascript:alert(1))\n<b onclick=x>")
def test_whatever_is_typed_only_the_list_comes_out(text: str) -> None:
    assert faults(to_html(text)) == []


def test_search_for_faults_finds_one() -> None:
    planted = "<img src=x><a href='javascript:x' target=_blank>x</a>"

    assert faults(planted) == ["tag img", "attribute src", "attribute target", "scheme javascript"]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Een **vet** en _schuin_ woord.", "<p>Een <strong>vet</strong> en <em>schuin</em> woord.</p>\n"),
        ("- een\n- twee", "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>\n"),
        ("3. drie", '<ol start="3">\n<li>drie</li>\n</ol>\n'),
        ("[Bel](tel:14010)", '<p><a href="tel:14010">Bel</a></p>\n'),
        ("[Hier](/wijken/)", '<p><a href="/wijken/">Hier</a></p>\n'),
        ("een\ntwee", "<p>een<br>\ntwee</p>\n"),
        ("een\n---", "<p>een<br>\n---</p>\n"),
        ("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>\n"),
    ],
)
def test_what_people_write_comes_out(text: str, html: str) -> None:
    assert to_html(text) == html


@pytest.mark.parametrize(
    ("text", "first", "tags"),
    [
        ("# een\n## twee\n# drie", 2, ["h2", "h3", "h2"]),
        ("### een\n##### twee", 2, ["h2", "h3"]),
        ("### een\n# twee\n### drie", 2, ["h2", "h2", "h3"]),
        ("# een\n## twee", 3, ["h3", "h4"]),
        ("# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6", 3, ["h3", "h4", "h5", "h6", "h6", "h6"]),
    ],
)
def test_headings_fit_the_page(text: str, first: int, tags: list[str]) -> None:
    found = BeautifulSoup(to_html(text, first), "html.parser").find_all(re.compile("^h"))

    assert [tag.name for tag in found] == tags
