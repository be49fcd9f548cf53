"""Natural language inference by a cross-encoder: a model that reads two texts at once."""

from factcheck.judges.nli.folder import ModelFolder, read_folder
from factcheck.judges.nli.judge import CrossEncoder

__all__ = ["CrossEncoder", "ModelFolder", "read_folder"]
