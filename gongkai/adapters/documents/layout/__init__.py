"""Laying out placed marks: from glyphs and rules on a page to lines and grids."""
