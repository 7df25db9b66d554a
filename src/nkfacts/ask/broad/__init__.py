"""Questions that no one fact answers: what several tell together, what is said, disputed or new, who somebody is."""
