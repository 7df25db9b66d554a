"""A fact file read: YAML events, values with their places, records, the rules of one record."""
