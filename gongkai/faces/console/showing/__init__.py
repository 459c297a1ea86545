"""Results on the screen."""
