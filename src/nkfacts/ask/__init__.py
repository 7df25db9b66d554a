"""A question in plain words, and the facts that answer it.

``vocabulary`` holds the words it goes by, ``times`` and ``naming`` find what the words lead
to, ``reading`` puts them together as a reading of the question, ``choosing`` finds the
facts that answer it, and ``answering`` words the answer or the refusal.
"""
