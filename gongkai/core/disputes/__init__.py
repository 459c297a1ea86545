"""What follows a decision: reconsideration (行政复议) and litigation (行政诉讼)."""
