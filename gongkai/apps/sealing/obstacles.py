"""What stands in the way of a new key, as findings."""

from gongkai.core.finding import Finding, Severity


def keys_are_set() -> Finding:
    """The keys come from the settings, so a new one has to be entered there."""
    return Finding(
        "SEALING-KEYS-SET",
        Severity.ERROR,
        title="密钥由设置给出",
        text="密钥写在 GONGKAI_FIELD_KEYS 中，不能由本命令生成。",
        hint="请把新密钥写在该设置的最前面，旧密钥留在后面，重新启动各程序，再执行 reseal。",
        paths=(),
    )
