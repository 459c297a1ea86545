"""The adapter that cleans files: what their writers did not mean to publish goes."""
