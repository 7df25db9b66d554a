"""A text held against the base: each of its numbers and dated claims, and whether it was said so.

``sentences`` parts a text, ``amounts`` finds its numbers (``no_amounts`` what is none),
``moments`` its times, ``sources`` who says it, and ``passages`` which of these belong together.
``pieces`` makes what is said of a number a question that ``ask`` reads, ``deeds`` does so with
what happened. ``figures`` finds what a number can be a value of, by the gate of ``ask``;
``numbers`` and ``happenings`` hold claims against facts, ``weighing`` compares amounts,
``narrowing`` holds the words against them by which a text tells a number of fewer (``phrases``
finds these), ``unsaid`` and ``apart`` know what is told as not said, and who does not say it,
``number_claims`` reads the numbers one after the other, ``verifying`` goes through the text.
"""
