"""Where things of the checkout lie, for tests in whatever folder."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
DATA = ROOT / "tests" / "data"
READING_LIST = DATA / "reading-list.md"
VECTORS = DATA / "fsrs-vectors.json"
SHIPPED_CATALOG = ROOT / "data" / "catalog.json"
