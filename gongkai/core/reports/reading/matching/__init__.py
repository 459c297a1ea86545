"""Which numbers belong to which rows and columns."""
