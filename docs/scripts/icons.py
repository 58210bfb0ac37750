"""Draws the icons that a phone shows, from the page's own icon: `python docs/scripts/icons.py`.

A phone cuts them into its own shape, so their ground goes to the edges. It needs the Chromium of
the system.
"""

from pathlib import Path

from playwright.sync_api import sync_playwright

STATIC = Path(__file__).parents[2] / "src" / "recall" / "web" / "static"
CHROMIUM = "/usr/bin/chromium"
SIZES = (192, 512)


def main() -> None:
    """Write a PNG of each size."""
    drawing = (STATIC / "icon.svg").read_text(encoding="utf-8").replace(' rx="14"', "")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for size in SIZES:
            page = browser.new_page(viewport={"width": size, "height": size})
            page.set_content(f"<style>body {{ margin: 0 }} svg {{ width: 100% }}</style>{drawing}")
            page.screenshot(path=STATIC / f"icon-{size}.png")
        browser.close()


if __name__ == "__main__":
    main()
