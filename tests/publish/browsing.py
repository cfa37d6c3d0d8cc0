"""A visit to the report in a real browser, with a record of all that should not happen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Route

# Milliseconds after which a click that cannot be made is a failure.
PATIENCE = 8_000

# Sets of fonts that a reader may have. A family not installed is the machine's own; the last set
# is wide whatever is installed.
FONTS = {
    "own": "",
    "DejaVu": '* { font-family: "DejaVu Sans" !important; }',
    "Liberation": '* { font-family: "Liberation Sans" !important; }',
    "URW": '* { font-family: "URW Bookman" !important; }',
    "wide": "* { letter-spacing: 0.15em !important; }",
}

__all__ = ["FONTS", "Visit", "heard", "screenshot"]


class Visit:
    """Opens pages of one report and keeps what they asked for, complained of or popped up."""

    def __init__(self, browser: Browser, path: Path) -> None:
        self.browser = browser
        self.address = path.as_uri()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.dialogs: list[str] = []
        self._contexts: list[Any] = []

    def open(
        self,
        *,
        width: int = 1280,
        height: int = 900,
        scheme: str = "light",
        script: bool = True,
        fonts: str = "own",
    ) -> Page:
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            reduced_motion="reduce",
            java_script_enabled=script,
            bypass_csp=fonts != "own",  # the page's policy forbids any other style sheet
        )
        self._contexts.append(context)
        context.route("**/*", self._route)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))
        page.goto(self.address)
        if FONTS[fonts]:
            page.add_style_tag(content=FONTS[fonts])
        return page

    def _route(self, route: Route) -> None:
        if route.request.url.partition("#")[0] == self.address:
            route.continue_()
        else:
            self.requests.append(route.request.url)
            route.abort()

    def close(self) -> None:
        for context in self._contexts:
            context.close()


def screenshot(browser: Browser, report: Path, target: Path) -> None:
    """Write the first 1280 by 900 pixels of the page at `report` to the PNG file `target`."""
    visit = Visit(browser, report)
    visit.open().screenshot(path=target)
    visit.close()


# The box of a text; none of what is clipped away, and there for those who listen only.
BOX = """function () {
  for (let node = this.parentElement; node; node = node.parentElement) {
    if (getComputedStyle(node).clipPath.startsWith("inset(50%")) return null;
  }
  const range = document.createRange();
  range.selectNode(this);
  const box = range.getBoundingClientRect();
  return [box.left, box.top, box.right, box.bottom];
}"""


def heard(page: Page) -> list[tuple[str, list[float]]]:
    """Return the texts as a screen reader comes to them, each with the box that is seen of it."""
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}
    found = []
    waiting = [nodes[0]["nodeId"]]
    while waiting:
        node = by_id.get(waiting.pop(), {})
        waiting += reversed(node.get("childIds", []))
        # What a style sheet writes, such as a mark before a line, has none, or no box.
        written = "backendDOMNodeId" in node and not node.get("ignored")
        if written and node.get("role", {}).get("value") == "StaticText":
            one = session.send("DOM.resolveNode", {"backendNodeId": node["backendDOMNodeId"]})
            asked = {
                "objectId": one["object"]["objectId"],
                "functionDeclaration": BOX,
                "returnByValue": True,
            }
            box = session.send("Runtime.callFunctionOn", asked)["result"].get("value")
            found += [(node["name"]["value"], box)] if box else []
    return found
