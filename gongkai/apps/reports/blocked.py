"""Why something that was asked for is not done: the core's shape of it, under its old address."""

from gongkai.core.finding import BlockedError

__all__ = ["BlockedError"]
