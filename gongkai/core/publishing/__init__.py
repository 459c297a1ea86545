"""Publishing (信息发布): what an item is, who must see it before the public does, and by when."""
