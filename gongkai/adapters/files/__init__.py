"""The adapters behind the ports of files: the gate, and the reader of all that a file says."""
