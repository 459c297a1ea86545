"""A folder of any size: walked, read, checked, resumed, and summed up."""
