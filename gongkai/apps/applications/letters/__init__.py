"""Letters: templates, values, files, notices."""
