"""Pages for a browser that are one file each: no request to anywhere, nothing hidden without a script.

A fact's id is its anchor. The page's own ids begin with a capital, which no id of a fact file does.
"""
