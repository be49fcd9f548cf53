"""A language model behind an address that speaks the protocol of OpenAI, as a judge."""

from factcheck.judges.llm.address import Address, read_address
from factcheck.judges.llm.judge import LanguageModel

__all__ = ["Address", "LanguageModel", "read_address"]
