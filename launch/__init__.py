"""What ./gk does. Only the standard library: it runs before anything is installed."""
