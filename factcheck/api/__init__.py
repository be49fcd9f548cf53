"""The verbs of the library: read, extract, check, verify."""

from factcheck.api.checking import check, check_in_parts, diff, extract, read_reviews
from factcheck.api.pairs import judge_pair, opinions
from factcheck.api.result import Extraction, Result
from factcheck.api.texts import abbreviations, checkability, cues, negated, quantities, sentences
from factcheck.api.verifying import Verifier, verify
from factcheck.reading import read, read_rows, read_text, stream

__all__ = [
    "Extraction",
    "Result",
    "Verifier",
    "abbreviations",
    "check",
    "check_in_parts",
    "checkability",
    "cues",
    "diff",
    "extract",
    "judge_pair",
    "negated",
    "opinions",
    "quantities",
    "read",
    "read_reviews",
    "read_rows",
    "read_text",
    "sentences",
    "stream",
    "verify",
]
