"""QR codes, as a drawing that a page holds itself. segno is imported on first use: few pages need it."""

from dataclasses import dataclass
from functools import lru_cache

QUIET_ZONE = 4  # light modules around the code (ISO/IEC 18004); without them a camera does not find it


@dataclass(frozen=True)
class QrCode:
    """A code as one SVG path of dark modules, each one unit large; `side` counts the quiet zone."""

    side: int
    path: str


@lru_cache(maxsize=256)
def qr_code(text: str) -> QrCode:
    """The code of an address, with 15 % of it to spare for a tear or a drop of rain (level M)."""
    import segno

    rows = [list(row) for row in segno.make(text, error="m", micro=False).matrix]
    runs = []
    for y, row in enumerate(rows, start=QUIET_ZONE):
        x = 0
        while x < len(row):
            width = 0
            while x + width < len(row) and row[x + width]:
                width += 1
            if width:
                runs.append(f"M{x + QUIET_ZONE} {y}h{width}v1h-{width}z")
            x += width or 1
    return QrCode(len(rows) + 2 * QUIET_ZONE, "".join(runs))
