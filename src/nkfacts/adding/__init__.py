"""Adding records to a fact file: asked for, checked, shown as a difference, spliced in, written whole."""
