"""The ledger of reconsideration and litigation (复议诉讼台账)."""
