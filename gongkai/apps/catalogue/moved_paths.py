"""What somebody means who writes down an address of the site that has moved (R6-14).

An address of the site is a path; whoever pastes one with the site's own domain means the path.
"""

from urllib.parse import unquote, urlsplit


def pathed(said: str, domain: str) -> str | None:
    """The path that somebody means; None for what leads to another site, or to none of ours."""
    try:
        parts = urlsplit(said.strip())
    except ValueError:
        return None
    is_ours = parts.hostname is None or parts.hostname == domain.lower()
    if parts.scheme not in {"", "http", "https"} or not is_ours:
        return None
    path = unquote(parts.path)
    fits = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return f"{path}?{parts.query}" if fits and parts.query else path if fits else None
