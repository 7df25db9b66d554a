"""A question in plain words, and the facts that answer it, room by room; each uses only those before it.

- ``terms``: the names, things and actions of the base, and what its frames and figures say in them.
- ``understanding``: the question: its words, what they may mean, who does what to whom, what is asked, of which time.
- ``gate``: each word of it held against the facts that come near, and whether they tell what is asked.
- ``weighing``: what speaks for each and against it, its chance to be the answer, and the choice.
- ``broad``: what several facts tell together where no one fact is the answer.
- ``told``: what is answered, and its words.
- ``common``: what the file names for the common question that asks the same.
- ``one``: the answer to a question for one thing.
- ``both``: that to each of two things which one question may ask for.
- ``answering``: the way in: as the fact file keeps it, each of two, or the one.
- ``refusals``: where there is no answer, why, and what else to type.
- ``shown``: records, screens, and many questions at once.
"""
