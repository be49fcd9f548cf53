"""What tests of every folder share."""

from hypothesis import HealthCheck, settings

pytest_plugins = ["databases"]

# A package of its own, which is to be found only where it is installed.
collect_ignore = ["factcheck/judges/model"]

# How long an example takes depends on what else the machine does, so no test fails for it.
settings.register_profile("factcheck", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("factcheck")
