"""A question in plain words, and the facts that answer it.

``reading`` splits a question into words and finds what they mean: by the ``lexicon`` of the
base, as ``times`` and ``numbers``, and by the ``words`` of the language; ``roles`` tells who
does what to whom. ``candidates`` come near it, ``fact_gate`` and ``figure_gate`` hold each of
its words against what those say, ``scoring`` and ``weighing`` weigh what passes, ``choosing`` takes
what is ahead, and ``single`` finds in it what was asked for; what ``several`` facts tell together
answers where no one fact does, and then what the file names for the ``common`` question that asks
the same: found ``by_words``, and held against it by ``sameness``. ``answering`` does so for each of
two things that one question may ask for, in the ways of ``both``. Where there is no answer ``failing``
tells why, and ``advising`` what else to type.
"""
