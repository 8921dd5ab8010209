"""What holds for every test: fixtures, and examples that are the same on every machine, fast or slow."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "stemgram",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("stemgram")

pytest_plugins = ["tests.storage_fixtures"]
