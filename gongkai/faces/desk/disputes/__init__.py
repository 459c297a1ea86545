"""复议诉讼: the ledger of reconsideration and litigation."""
