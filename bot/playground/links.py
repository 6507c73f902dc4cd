"""Which addresses Telegram accepts as links: a known scheme and, for the web, a host with a dot in it."""

import ipaddress
import re
from urllib.parse import parse_qs, urlsplit

_SCHEME = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*:")
_PORT_ONLY = re.compile(r"^[^/?#@]+:\d+([/?#]|$)")


def checked_link(url: str) -> str | None:
    """Return the address as Telegram keeps it, nothing when it refuses it."""
    url = url.strip()
    if not _SCHEME.match(url) or _PORT_ONLY.match(url):
        url = f"http://{url}"
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or ""), parts.port
    except ValueError:
        return None
    if parts.scheme in {"tg", "ton", "tonsite"}:
        return url
    if parts.scheme not in {"http", "https"} or not _is_host(host):
        return None
    shown_port = f":{port}" if port else ""
    query = f"?{parts.query}" if parts.query else ""
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return f"{parts.scheme}://{host}{shown_port}{parts.path or '/'}{query}{fragment}"


def _is_host(host: str) -> bool:
    return "." in host.strip(".") and not any(char.isspace() for char in host)


def linked_user_id(url: str) -> int | None:
    """Return the id in a `tg://user?id=` link."""
    if not url.lower().startswith("tg://user?"):
        return None
    values = parse_qs(url.partition("?")[2]).get("id", [""])
    return int(values[0]) if values[0].isdigit() else None


def is_loopback(host: str) -> bool:
    """Say whether a host is this machine, where the playground allows what Telegram forbids."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
