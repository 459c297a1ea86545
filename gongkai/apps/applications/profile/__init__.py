"""What an organ sets for its applications."""
