"""The SQLite index of a base: kept where and as long as it is fresh, built, checked as a whole."""
