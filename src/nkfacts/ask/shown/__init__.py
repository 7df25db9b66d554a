"""Answers as records, on a screen, and one after another."""
