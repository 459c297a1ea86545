"""The register of applications: queue, case page, calendar, statistics, yearly table."""
