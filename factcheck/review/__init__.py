"""Reviewers and their decisions: the queue, blindness, standing, adjudication."""

from factcheck.review.desk import Desk, Page, Receipt
from factcheck.review.filters import Filters, filters_of
from factcheck.review.intake import Intake
from factcheck.review.policy import Policy
from factcheck.review.progress import Progress
from factcheck.review.standing import Outcome, Standing
from factcheck.review.views import ItemView, Opinion

__all__ = [
    "Desk",
    "Filters",
    "Intake",
    "ItemView",
    "Opinion",
    "Outcome",
    "Page",
    "Policy",
    "Progress",
    "Receipt",
    "Standing",
    "filters_of",
]
