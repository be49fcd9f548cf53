"""What several documents claim, where they agree, and where they contradict each other."""

__version__ = "0.1.0"
