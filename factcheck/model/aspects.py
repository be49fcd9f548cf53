"""What two claims can be told apart by before they are compared."""

from __future__ import annotations

from attrs import frozen


@frozen
class Aspects:
    """What a claim names, and what it says where another claim may say something else.

    Attributes:
        names: the things it names, each as the term of its kind and the terms that name it.
        answers: what it says, as pairs of a question and an answer to it. Claims that answer one
            question and share no answer may contradict each other; they need not.
    """

    names: tuple[tuple[str, frozenset[str]], ...] = ()
    answers: frozenset[tuple[str, str]] = frozenset()
