"""The frame of a page: its head, its style, its script, and the policy that forbids everything else."""

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from nkfacts.drawing import palette
from nkfacts.output.pages.markup import text


def document(title: str, description: str, body: str, *, script: bool = False) -> str:
    """Return a page.

    The policy (Content Security Policy, level 3) lets the browser run the style and script of the page itself, which it
    knows by their hashes, and fetch nothing: whatever a fact file holds can neither run nor call home.

    Args:
        title: its title.
        description: one line about it.
        body: what stands in it, as HTML.
        script: whether it has the script of the filter.
    """
    style = _resource("style.css") + palette.css()
    code = _resource("filter.js") if script else ""
    scripts = f"'{_digest(code)}'" if script else "'none'"
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src {scripts}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return "".join((
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n',
        f'<meta name="description" content="{text(description)}">\n',
        f'<title>{text(title)}</title>\n<link rel="icon" href="data:,">\n',
        f"<style>{style}</style>\n</head>\n<body>\n{body}",
        f"<script>{code}</script>\n" if script else "",
        "</body>\n</html>\n",
    ))  # fmt: skip


def _resource(name: str) -> str:
    return files("nkfacts.output.pages").joinpath(name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"
