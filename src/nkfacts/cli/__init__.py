"""The command line: streams, statuses, the Typer application, and the quick ways past it."""
