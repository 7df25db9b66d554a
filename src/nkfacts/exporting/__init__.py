"""A whole base for other programs: lossless, as tables, and asked in SQL."""
