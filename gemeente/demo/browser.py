"""Finds a Chromium for the browser tests; where the machine has none, unpacks the one in an npm package.

The order: `$CHROMIUM`, the system's, then `node_modules/@sparticuz/chromium`, which is unpacked once into `.build/`.
"""

import fcntl
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

PROJECT = Path(__file__).resolve().parents[2]
PACKAGE = PROJECT / "node_modules" / "@sparticuz" / "chromium" / "bin"
UNPACKED = PROJECT / ".build" / "chromium"
SYSTEM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APP = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
# It visits our own pages only, so it does without a sandbox, which root and most containers do not have,
# and it stays off the network: without these flags it looks for updates at every start.
ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
UNPACK_SCRIPT = """
const { createReadStream, createWriteStream } = require("node:fs");
const { createBrotliDecompress } = require("node:zlib");
const { pipeline } = require("node:stream");
const [source, target] = process.argv.slice(1);
pipeline(createReadStream(source), createBrotliDecompress(), createWriteStream(target), (error) => {
  if (error) { console.error(error.message); process.exit(1); }
});
"""
FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


class NoBrowserError(Exception):
    """No browser can be had; the text says how to get one."""


@dataclass(frozen=True)
class Browser:
    """What Playwright's `chromium.launch` needs: `executable_path`, `args` and `env`."""

    executable: Path
    args: tuple[str, ...] = ARGS
    env: dict[str, str] = field(default_factory=lambda: dict(os.environ))


def find_chromium() -> Browser:
    """The browser to test with. Raises NoBrowserError where there is none."""
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        found = shutil.which(chosen)
        if not found:
            raise NoBrowserError(f"CHROMIUM names {chosen}, which is not a program that can be run.")
        return Browser(Path(found))
    for name in (*SYSTEM_NAMES, MAC_APP):
        found = shutil.which(name)
        if found and starts(Path(found), dict(os.environ)):
            return Browser(Path(found))
    if not (PACKAGE / "chromium.br").exists():
        raise NoBrowserError(how_to_get_one("The npm package @sparticuz/chromium is not installed"))
    if sys.platform != "linux" or platform.machine() not in {"x86_64", "AMD64"}:
        raise NoBrowserError(
            how_to_get_one(f"The one in node_modules is for Linux on x86-64, not for {platform.machine()}")
        )
    return packaged_chromium(PACKAGE, UNPACKED)


def how_to_get_one(reason: str) -> str:
    """The sentence for somebody without a browser."""
    return f"{reason}. Install Chromium or Chrome, or name one: CHROMIUM=/path/to/chromium; or run make again."


def starts(executable: Path, env: dict[str, str]) -> bool:
    """Whether the program runs at all: some systems carry a stand-in that only says where to get the real one."""
    try:
        done = subprocess.run([executable, "--version"], env=env, capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def packaged_chromium(package: Path, target: Path) -> Browser:
    """The browser of the npm package, unpacked once per version; processes that come together wait for the first."""
    target.parent.mkdir(exist_ok=True)
    version = f"{package.parent.joinpath('package.json').stat().st_mtime_ns}"
    with target.with_suffix(".lock").open("w") as guard:
        fcntl.flock(guard, fcntl.LOCK_EX)
        mark = target / "unpacked"
        if not mark.exists() or mark.read_text() != version:
            unpack(package, target)
            mark.write_text(version)
    # The folder may have been moved since, and the fonts are found by their full path.
    fonts = FONTS_CONF.format(fonts=escape(str(target / "fonts")), cache=escape(str(target / "font-cache")))
    if not (target / "fonts.conf").exists() or (target / "fonts.conf").read_text() != fonts:
        write_whole(target / "fonts.conf", fonts)
    libraries = [str(target / "lib"), *filter(None, [os.environ.get("LD_LIBRARY_PATH")])]
    env = os.environ | {"LD_LIBRARY_PATH": ":".join(libraries), "FONTCONFIG_FILE": str(target / "fonts.conf")}
    browser = Browser(target / "chromium", (*ARGS, "--no-zygote"), env)
    if not starts(browser.executable, browser.env):
        raise NoBrowserError(how_to_get_one("The Chromium in node_modules does not start here"))
    return browser


def unpack(package: Path, target: Path) -> None:
    """Unpacks the program, its libraries, its software renderer and its fonts."""
    node = shutil.which("node", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]))
    if not node:
        raise NoBrowserError(how_to_get_one("Node.js is needed to unpack the Chromium in node_modules"))
    draft = Path(tempfile.mkdtemp(prefix="chromium-", dir=target.parent))
    try:
        for source in sorted(package.glob("*.br")):
            unpack_one(node, source, draft)
        draft.chmod(0o755)
        (draft / "chromium").chmod(0o755)
        shutil.rmtree(target, ignore_errors=True)
        draft.rename(target)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def unpack_one(node: str, source: Path, target: Path) -> None:
    """Unpacks one file of the package, or the files inside it."""
    unpacked = target / source.stem
    done = subprocess.run([node, "-e", UNPACK_SCRIPT, source, unpacked], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise NoBrowserError(how_to_get_one(f"{source.name} cannot be unpacked: {done.stderr.strip()}"))
    if unpacked.suffix == ".tar":
        with tarfile.open(unpacked) as archive:
            # Older Pythons have no filter; the package is the one whose checksum stands in package-lock.json.
            archive.extraction_filter = getattr(tarfile, "data_filter", None)
            archive.extractall(target)
        unpacked.unlink()


def write_whole(path: Path, text: str) -> None:
    """Writes the file in one step, so that another process never reads half of it."""
    with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False) as draft:
        draft.write(text)
    Path(draft.name).replace(path)
