"""The commands: what each takes, and the report it returns. The registry lists them."""
