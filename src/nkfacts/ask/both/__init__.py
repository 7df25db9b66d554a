"""Questions that ask for two things at once.

Each way takes a question as ``phrases`` split it, and answers what it can tell is of its kind: how long lies
``between_events``, how a figure differs at ``two_times``, ``two_questions`` joined by and, and which of two
``alternatives`` is so. ``sharing`` gives one thing what only the other says, ``single`` questions are answered as any
are, and ``joining`` makes one answer of the two.
"""
