"""Writing documents in the measures of GB/T 9704."""
