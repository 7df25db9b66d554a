"""The terms of a base in which questions are read: names, things, actions, and what frames and figures say in them."""
