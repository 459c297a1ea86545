"""栏目: the site, its columns, and how they stand."""
