"""Reading web pages: the report alone, its tables as grids."""
