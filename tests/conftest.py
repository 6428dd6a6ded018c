"""For all tests."""

from hypothesis import HealthCheck, settings

# A loaded machine is slow now and then: that is no finding of a property test. Speed is benchmarks' matter.
settings.register_profile(
    "steady", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")
