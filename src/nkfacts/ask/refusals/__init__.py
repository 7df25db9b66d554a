"""What helps whoever got no answer: why, and what to type instead."""
