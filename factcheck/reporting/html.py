"""The report as one HTML file that needs nothing else: styles and script inside, no request."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from attrs import field, frozen
from jinja2 import DictLoader, Environment, StrictUndefined, Template
from markupsafe import Markup, escape

from factcheck.judging.rules import RULES, Rule
from factcheck.model import Baseline, Run
from factcheck.reporting.choices import choices_of
from factcheck.reporting.content import Piece
from factcheck.reporting.parts import Parts
from factcheck.reporting.pictures.drawing import pattern
from factcheck.reporting.pictures.figures import Figures
from factcheck.reporting.pictures.picture import Link, on_page
from factcheck.reporting.report import report_of
from factcheck.reporting.source_view import view_source
from factcheck.reporting.wording import (
    acceptance,
    claim_standing,
    counted,
    headline,
    likelihood,
    noted,
    pairs_considered,
    sentence_case,
    share,
    support,
    weight,
)

QUOTED = 12
"""Sources that a page quotes on one side; it tells how many more there are, since pages of a large
collection would grow too heavy to open."""


def write(run: Run, date: str = "", baseline: Baseline | None = None) -> Iterator[str]:
    """Return a report on ``run`` as a whole HTML document, piece by piece.

    Args:
        run: what to report on.
        date: the date to print; empty for none.
        baseline: what is accepted.
    """
    parts = Parts(run, baseline, QUOTED)
    report = report_of(parts, date)
    return Frame(parts, on_page).pieces(
        "report.html.j2",
        report=report,
        views=[
            view_source(parts, document, section)
            for document, section in zip(run.corpus, report.sources, strict=True)
        ],
        alone=[section for section in report.sources if section.alone],
        choices=choices_of((*report.disputes, *report.qualifications, *report.agreements), run),
    )


@frozen
class Frame:
    """What every page of a report needs, made once for all of them.

    Attributes:
        parts: the report.
        to: the address of a source, claim, finding, topic, rule or section by its id.
    """

    parts: Parts
    to: Link
    _figures: Figures = field(init=False)
    _rules: dict[str, Rule] = field(init=False)

    @_figures.default
    def _make_figures(self) -> Figures:
        return Figures(self.parts.run, self.to)

    @_rules.default
    def _used_rules(self) -> dict[str, Rule]:
        """Return the rules behind the findings by their id, in their usual order."""
        run = self.parts.run
        used = {finding.rule for finding in (*run.disputes, *run.qualifications)}
        used |= {agreement.judgements[0].rule for agreement in run.agreements}
        return {rule.id: rule for rule in RULES if rule.id in used}

    def page(self, name: str, **content: object) -> str:
        """Return the page that the template ``name`` makes of ``content``."""
        return "".join(self.pieces(name, **content))

    def pieces(self, name: str, **content: object) -> Iterator[str]:
        """Return such a page piece by piece."""
        return template(name).generate(
            to=self.to,
            figures=self._figures,
            rules=self._rules,
            permalink=self.parts.permalink,
            documents=len(self.parts.run.corpus),
            script=Markup(script()),
            script_hash=_hash(script()),
            **content,
        )


@cache
def template(name: str) -> Template:
    """Return a template of this package; what is put into it is escaped for HTML."""
    return environment().get_template(name)


@cache
def script() -> str:
    """Return the script of a page: filters, search and sorting."""
    return _templates("factcheck.reporting")["report.js"]


def _hash(text: str) -> str:
    """Return what a Content Security Policy allows an inline script by (W3C CSP 3, 2.3.1)."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{b64encode(digest).decode('ascii')}"


_SPOKEN = {"≠": "dispute", "~": "qualification", "=": "agreement"}


@cache
def sign(mark: str) -> Markup:
    """Return a sign as a page shows it, with the word that is read aloud in its place."""
    shown = '<span class="sign" aria-hidden="true">{}</span><span class="unseen">{} </span>'
    return Markup(shown).format(mark, _SPOKEN.get(mark, mark))


def marked(pieces: Iterable[Piece]) -> Markup:
    """Return a quotation with its deciding words marked."""
    return Markup("").join(
        Markup("<mark>{}</mark>").format(piece.text) if piece.deciding else escape(piece.text)
        for piece in pieces
    )


@cache
def _templates(package: str) -> dict[str, str]:
    folder = files(package) / "templates"
    return {
        entry.name: entry.read_text(encoding="utf-8")
        for entry in folder.iterdir()
        if entry.is_file()
    }


@cache
def environment(package: str = "") -> Environment:
    """Return what makes pages of templates: escaping, strict, with the words that reports share.

    Args:
        package: whose templates stand beside those of this package, and before them.
    """
    own = {} if not package else _templates(package)
    environment = Environment(
        loader=DictLoader(_templates("factcheck.reporting") | own),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "acceptance": acceptance,
        "counted": counted,
        "headline": headline,
        "likelihood": likelihood,
        "marked": marked,
        "noted": noted,
        "pairs_considered": pairs_considered,
        "pattern": pattern,
        "sentence_case": sentence_case,
        "share": share,
        "sign": sign,
        "standing": claim_standing,
        "support": support,
        "weight": weight,
    }
    return environment
