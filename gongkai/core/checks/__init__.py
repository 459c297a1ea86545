"""Content checks (内容检查): rules that look at what is about to be published."""
