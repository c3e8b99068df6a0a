"""What a first visit carries: the page, its styles, scripts and fonts, as a browser gets them. Without pictures."""

import gzip
import re
import urllib.request
from dataclasses import dataclass

LINKED = re.compile(r'<link[^>]*rel="?(?:stylesheet|preload)"?[^>]*>|<script[^>]*src="[^"]+"[^>]*>')
ADDRESS = re.compile(r'(?:href|src)="([^"]+)"')
FONT = re.compile(r"""url\(["']?([^"')]+\.woff2)["']?\)""")


@dataclass(frozen=True)
class Visit:
    """How many files, and their bytes compressed (the page as a proxy would compress it); those of fonts apart."""

    requests: int
    bytes: int
    fonts: int = 0


def linked_files(html: str) -> list[str]:
    """Styles, scripts and what is loaded beforehand, each once."""
    found = [ADDRESS.search(tag) for tag in LINKED.findall(html)]
    return list(dict.fromkeys(match.group(1) for match in found if match))


def first_visit(port: int, path: str) -> Visit:
    """Ask for everything a browser with an empty cache asks for."""
    html = fetch(port, path)
    sizes = {path: len(gzip.compress(html))}
    for address in linked_files(html.decode()):
        sizes[address] = len(fetch(port, address, compressed=True))
        if address.split("?")[0].endswith(".css"):
            for font in FONT.findall(fetch(port, address).decode()):
                where = font if font.startswith("/") else f"{address.rsplit('/', 1)[0]}/{font}"
                sizes[where] = len(fetch(port, where))
    fonts = sum(size for address, size in sizes.items() if address.endswith(".woff2"))
    return Visit(len(sizes), sum(sizes.values()) - fonts, fonts)


def fetch(port: int, path: str, *, compressed: bool = False) -> bytes:
    """One file as it comes over the line."""
    headers = {"Accept-Encoding": "br, gzip" if compressed else "identity"}
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers=headers)
    with urllib.request.urlopen(request, timeout=30) as response:
        content: bytes = response.read()
    return content
