"""The values that flow through a run: frozen, comparable, one concept a file."""

from factcheck.model.adjudication import Adjudication, Decision, RatedClaim
from factcheck.model.aspects import Aspects
from factcheck.model.baseline import AcceptedFinding, Baseline
from factcheck.model.claim import (
    Appraisal,
    Category,
    Certainty,
    Change,
    Claim,
    ClaimKind,
    Cue,
    CueKind,
    Direction,
    Items,
    Mention,
    Note,
    Polarity,
    Presence,
    ScopedCue,
    Skipped,
)
from factcheck.model.dispute import Agreement, Dispute, Position
from factcheck.model.document import (
    Corpus,
    Document,
    Passage,
    PassageKind,
    TextRun,
    Unread,
    content_id,
)
from factcheck.model.judgement import CandidatePair, Grounds, Judgement, Stance, Vote
from factcheck.model.opinion import Opinion
from factcheck.model.record import RecordedClaim, RecordedPair
from factcheck.model.review import (
    Account,
    Act,
    Ballot,
    Entry,
    Quoted,
    Reason,
    ReviewItem,
    Role,
    Status,
    Sureness,
)
from factcheck.model.run import Counts, Run
from factcheck.model.span import Span
from factcheck.model.topic import Topic
from factcheck.model.value import Interval, Value
from factcheck.model.verification import Verdict, Verification

__all__ = [
    "AcceptedFinding",
    "Account",
    "Act",
    "Adjudication",
    "Agreement",
    "Appraisal",
    "Aspects",
    "Ballot",
    "Baseline",
    "CandidatePair",
    "Category",
    "Certainty",
    "Change",
    "Claim",
    "ClaimKind",
    "Corpus",
    "Counts",
    "Cue",
    "CueKind",
    "Decision",
    "Direction",
    "Dispute",
    "Document",
    "Entry",
    "Grounds",
    "Interval",
    "Items",
    "Judgement",
    "Mention",
    "Note",
    "Opinion",
    "Passage",
    "PassageKind",
    "Polarity",
    "Position",
    "Presence",
    "Quoted",
    "RatedClaim",
    "Reason",
    "RecordedClaim",
    "RecordedPair",
    "ReviewItem",
    "Role",
    "Run",
    "ScopedCue",
    "Skipped",
    "Span",
    "Stance",
    "Status",
    "Sureness",
    "TextRun",
    "Topic",
    "Unread",
    "Value",
    "Verdict",
    "Verification",
    "Vote",
    "content_id",
]
