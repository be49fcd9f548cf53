"""Natural language inference by a cross-encoder: a model that reads two texts at once."""

from factcheck.judges.nli.folder import ModelFolder, read_folder
from factcheck.judges.nli.installed import installed_folder, installed_path
from factcheck.judges.nli.judge import CrossEncoder

__all__ = ["CrossEncoder", "ModelFolder", "installed_folder", "installed_path", "read_folder"]
