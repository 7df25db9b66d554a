"""The answer to a question for one thing."""
