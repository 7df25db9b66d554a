"""What a shell is told to do at TAB, where Typer's own words for it do not work."""

from typer import _completion_shared as shared

_ZSH = """
#compdef %(prog_name)s

_%(prog_name)s() {
  eval "$(env _TYPER_COMPLETE_ARGS="${words[1,$CURRENT]}" %(autocomplete_var)s=complete_zsh %(prog_name)s)"
}

if [[ "$funcstack[1]" == "_%(prog_name)s" ]]; then
  _%(prog_name)s "$@"
else
  compdef _%(prog_name)s %(prog_name)s
fi
"""


def mend() -> None:
    """Put our script for zsh in the place of Typer's, before one is shown or installed.

    zsh reads the file of a completion at the first TAB and runs it as the completion itself. Typer's only defines a
    function then, so that the first TAB of every new shell completes nothing. (Typer has no public way to say so; its
    version is pinned.)
    """
    shared._completion_scripts["zsh"] = _ZSH  # noqa: SLF001


def script_for(shell: str) -> str:
    """Return what ``bash``, ``zsh`` or ``fish`` reads to complete the words of nkfacts, the same on every machine."""
    mend()
    script = shared.get_completion_script(prog_name="nkfacts", complete_var="_NKFACTS_COMPLETE", shell=shell)
    return f"{script}\n"
