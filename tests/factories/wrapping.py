"""Breaks labels over lines as narrow cells do."""


def pieces(label: str, width: int) -> list[str]:
    """The label in lines of so many characters; no line begins with a closing mark."""
    lines: list[str] = []
    rest = label
    while rest:
        end = width
        while end < len(rest) and rest[end] in "，、。）；：”)":
            end += 1
        lines.append(rest[:end])
        rest = rest[end:]
    return lines
