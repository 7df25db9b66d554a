"""Attacks that take too long for every run of the tests; docs/reliability.md keeps what they found."""
