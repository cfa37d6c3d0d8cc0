"""The report: one self-contained HTML page that asks nothing of the network.

Words from documents are hostile until escaped. Jinja2 escapes every value; the page's policy (a
Content-Security-Policy element) allows only the one style sheet and the one script whose hashes it
names, and no request at all. The same case and title always give the same bytes.
"""

import base64
import functools
import hashlib
import importlib.resources
import re
import zlib

import jinja2
from markupsafe import Markup

from variorum.case import Case
from variorum.publish.charts.map_chart import map_chart
from variorum.publish.charts.positions_chart import positions_axis, positions_band
from variorum.publish.charts.timeline_chart import timeline_chart
from variorum.publish.charts.windows_chart import window_chart
from variorum.publish.views.report_view import report_view

# A quotation with a letter that is written from right to left.
QUOTED = re.compile(r"“([^”]*[\u0590-\u08ff][^”]*)”")
CHARTS = (map_chart, positions_axis, positions_band, timeline_chart, window_chart)


@functools.cache
def asset(name: str) -> str:
    """Return a template, style sheet or script of the report by its name."""
    folder = importlib.resources.files(__package__).joinpath("templates")
    return folder.joinpath(name).read_text("utf-8")


@functools.cache
def environment() -> jinja2.Environment:
    """Return the templates of the report, with all that they use."""
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(asset),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {draw.__name__: draw for draw in (*CHARTS, isolated, packed)}
    environment.globals["style"] = Markup(asset("report.css"))
    environment.globals["script"] = Markup(asset("report.js"))
    return environment


def _hash_of(content: str) -> str:
    """Return the policy's name for an inline block: the base64 SHA-256 of its very characters."""
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _policy() -> str:
    style, script = _hash_of(asset("report.css")), _hash_of(asset("report.js"))
    own = f"style-src {style}; script-src {script}"
    return f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'"


def isolated(text: str) -> str:
    """Return a sentence whose quotations from right to left do not turn the words around them.

    They stand between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (Unicode annex 9).
    """
    return QUOTED.sub("“\u2068\\1\u2069”", text)


def packed(html: str) -> str:
    """Return HTML compressed (zlib, RFC 1950) and in base64, as the page's script unpacks it."""
    return base64.b64encode(zlib.compress(html.encode("utf-8", "replace"))).decode("ascii")


def render(case: Case, title: str, packed_reports: bool | None = None) -> str:
    """Return the report of `case` under the heading `title`, as the text of one HTML file.

    Its reports are packed where there are many claims, or as `packed_reports` says.
    """
    template = environment().get_template("report.html")
    return template.render(view=report_view(case, title, packed_reports), policy=_policy())
