"""The few SVG marks that the drawings are made of, written as short as they can be.

Every function returns a piece of SVG text. A root from `document` has no fill, lines of 7 and round line ends, so
a mark names only what differs.
"""

from collections.abc import Iterable

Point = tuple[float, float]


def num(value: float) -> str:
    """Write a number in the fewest characters, to one decimal."""
    text = f"{value:.1f}".removesuffix(".0")
    if text.startswith("0."):
        return text[1:]
    if text.startswith("-0."):
        return "-" + text[2:]
    return "0" if text == "-0" else text


def at(x: float, y: float) -> str:
    """Write a coordinate pair."""
    down = num(y)
    return num(x) + (down if down.startswith("-") else " " + down)


def document(width: int, height: int, *parts: str) -> str:
    """Wrap marks into a standalone SVG document of that viewBox."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" fill="none" stroke-width="7"'
        f' stroke-linecap="round" stroke-linejoin="round">{"".join(parts)}</svg>'
    )


def fill(colour: str, d: str, opacity: float = 1) -> str:
    """Fill a path."""
    return f'<path fill="{short(colour)}"{_opacity(opacity)} d="{d}"/>'


def line(colour: str, width: float, d: str, opacity: float = 1) -> str:
    """Stroke a path."""
    return f'<path stroke="{short(colour)}"{_width(width)}{_opacity(opacity)} d="{d}"/>'


def dashes(colour: str, width: float, pattern: str, d: str) -> str:
    """Stroke a path in dashes: rows of windows, slats or tiles. Stands inside `blunt`."""
    return f'<path stroke="{short(colour)}"{_width(width)} stroke-dasharray="{pattern}" d="{d}"/>'


def blunt(*parts: str) -> str:
    """Give the lines of these marks hard ends."""
    return f'<g stroke-linecap="butt">{"".join(parts)}</g>'


def beads(colour: str, size: float, gap: float, d: str) -> str:
    """Draw equal dots along a path, `gap` apart."""
    return f'<path stroke="{short(colour)}"{_width(size)} stroke-dasharray="0 {num(gap)}" d="{d}"/>'


def framed(colour: str, frame: str, d: str) -> str:
    """Fill a path and give it a thin frame: window panes, panels."""
    return f'<path fill="{short(colour)}" stroke="{short(frame)}" stroke-width="2" d="{d}"/>'


def dot(x: float, y: float, radius: float, colour: str, opacity: float = 1) -> str:
    """Fill a circle."""
    centre = (f' cx="{num(x)}"' if x else "") + (f' cy="{num(y)}"' if y else "")
    return f'<circle{centre} r="{num(radius)}" fill="{short(colour)}"{_opacity(opacity)}/>'


def oval(x: float, y: float, rx: float, ry: float, colour: str, opacity: float = 1) -> str:
    """Fill an ellipse."""
    shape = f'cx="{num(x)}" cy="{num(y)}" rx="{num(rx)}" ry="{num(ry)}"'
    return f'<ellipse {shape} fill="{short(colour)}"{_opacity(opacity)}/>'


def box(x: float, y: float, width: float, height: float) -> str:
    """Path data of a rectangle with its top left corner at (x, y)."""
    return f"M{at(x, y)}h{num(width)}v{num(height)}h{num(-width)}z"


def boxes(corners: Iterable[Point], width: float, height: float) -> str:
    """Path data of equal rectangles, one at each top left corner."""
    return "".join(box(x, y, width, height) for x, y in corners)


def specks(points: Iterable[Point]) -> str:
    """Path data of points: stroked with round ends they become equal dots."""
    return "".join(f"M{at(x, y)}h0" for x, y in points)


def move(x: float, y: float, content: str, size: float = 1, *, flip: bool = False) -> str:
    """Place marks drawn around the origin at (x, y), scaled, and mirrored when `flip`."""
    scale = ""
    if flip:
        scale = f"scale({hundredths(-size)} {hundredths(size)})"
    elif size != 1:
        scale = f"scale({hundredths(size)})"
    shift = f"translate({at(x, y)})" if x or y else ""
    return f'<g transform="{shift}{scale}">{content}</g>'


def mirror(width: int, content: str) -> str:
    """Turn a picture of that width left to right."""
    return f'<g transform="matrix(-1 0 0 1 {width} 0)">{content}</g>'


def hundredths(value: float) -> str:
    """Write a scale in the fewest characters, to two decimals."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text.replace("0.", ".", 1) if abs(value) < 1 else text


def mix(first: str, second: str, share: float) -> str:
    """Blend two #rrggbb colours: share 0 gives the first, 1 the second."""
    pairs = ((int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def short(colour: str) -> str:
    """Write #aabbcc as #abc where that is the same colour."""
    same = len(colour) == 7 and colour[1::2] == colour[2::2]
    return "#" + colour[1::2] if same else colour


def soft(colour: str) -> str:
    """Round a colour to one that `short` can write: for small marks, where a shade makes no difference."""
    return "#" + "".join(2 * f"{round(int(colour[i : i + 2], 16) / 17):x}" for i in (1, 3, 5))


def _width(width: float) -> str:
    return "" if width == 7 else f' stroke-width="{num(width)}"'


def _opacity(opacity: float) -> str:
    return "" if opacity == 1 else f' opacity="{hundredths(opacity)}"'
