"""What speaks for each candidate and against it, its chance to be the answer, and which is chosen."""
