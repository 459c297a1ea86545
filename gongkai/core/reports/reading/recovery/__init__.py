"""Which of several readings fit together."""
