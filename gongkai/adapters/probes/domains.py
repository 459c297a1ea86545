"""Who owns a host: the part of its name that somebody registered."""

from ipaddress import ip_address

# Names under which names are registered: of the country, of its provinces, and abroad.
UNDER_CN = {
    "ac", "com", "edu", "gov", "mil", "net", "org", "ah", "bj", "cq", "fj", "gd", "gs", "gx",
    "gz", "ha", "hb", "he", "hi", "hk", "hl", "hn", "jl", "js", "jx", "ln", "mo", "nm", "nx",
    "qh", "sc", "sd", "sh", "sn", "sx", "tj", "tw", "xj", "xz", "yn", "zj",
}  # fmt: skip
ABROAD = {"ac", "co", "com", "edu", "gov", "go", "net", "org"}
COUNTRY_LETTERS = 2


def owner(host: str) -> str:
    """The registered domain of a host; the host itself where it is an address."""
    name = host.strip("[]").rstrip(".").lower()
    try:
        return str(ip_address(name))
    except ValueError:
        pass
    labels = name.split(".")
    return ".".join(labels[-_registered(labels) :])


def _registered(labels: list[str]) -> int:
    """How many labels at the end make up the registered name."""
    top, second = labels[-1], labels[-2] if len(labels) > 1 else ""
    below = UNDER_CN if top == "cn" else ABROAD
    return 3 if len(top) == COUNTRY_LETTERS and second in below else 2
