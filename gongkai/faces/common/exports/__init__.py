"""Reports and findings as files: JSON, workbooks, pages to print."""
