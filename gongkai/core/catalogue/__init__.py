"""The public catalogue (公开目录): columns, the guide, the standard directory, the site."""
