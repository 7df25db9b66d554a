"""References to what a fact was read in, and to the base itself, in the forms of other fields."""
