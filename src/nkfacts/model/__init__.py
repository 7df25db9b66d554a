"""What a fact file may hold: records, the types of their keys, dates, amounts."""
