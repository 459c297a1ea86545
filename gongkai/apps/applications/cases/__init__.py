"""A case as every phase handles it: its rows locked, its clock, its entries."""
