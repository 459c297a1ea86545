"""Review (审核): the levels that look at something before it goes out, whatever it is."""
