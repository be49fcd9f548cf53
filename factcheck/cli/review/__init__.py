"""``factcheck review``: people check what was found, one command a file."""

from __future__ import annotations

from factcheck.cli.program import Program

COMMANDS = {
    "serve": "Serve the pages on which people check the findings.",
    "assign": "Hand findings out to reviewers, evenly.",
    "unassign": "Take findings back from reviewers.",
    "status": "Say how far the review has come, and which decisions no longer hold.",
    "agreement": "Say how far reviewers who decide independently agree.",
    "export": "Write decisions into a file: to keep, to count, to publish, to bring in elsewhere.",
    "import": "Bring in decisions that were exported.",
    "user": "Manage the accounts of those who check.",
}
"""Every command with its line of help; each is ``command`` in the module of its name."""

command = Program(
    name="review",
    commands_in="factcheck.cli.review",
    summaries=COMMANDS,
    help="Let people check the findings, and learn from what they decide.",
)
