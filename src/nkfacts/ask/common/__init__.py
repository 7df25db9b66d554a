"""The common questions of the fact file: which of them is asked, and what it answers."""
