"""What a run may be told: values, where they come from, and what is wrong with them.

Precedence, the strongest first: flags (or keyword arguments), ``FACTCHECK_*`` environment
variables, the nearest ``factcheck.toml`` or ``[tool.factcheck]`` in a ``pyproject.toml``, defaults.
"""

from factcheck.settings.sources import ENVIRONMENT_PREFIX, load
from factcheck.settings.values import (
    FAIL_ON,
    INPUT_FORMATS,
    KEYS,
    RULE_IDS,
    Settings,
    nearest_name,
    unknown_rule,
)

__all__ = [
    "ENVIRONMENT_PREFIX",
    "FAIL_ON",
    "INPUT_FORMATS",
    "KEYS",
    "RULE_IDS",
    "Settings",
    "load",
    "nearest_name",
    "unknown_rule",
]
