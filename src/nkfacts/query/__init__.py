"""Questions to the index: records by id and by name, filters, the headline, search."""
