"""What the applicant sees and does."""
