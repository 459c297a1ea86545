"""Reading pictures: recognition of characters, an optional extra."""
