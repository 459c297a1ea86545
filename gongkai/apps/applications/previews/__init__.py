"""Letters as a desk shows them before they go out."""
