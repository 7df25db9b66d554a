"""A question understood: its words, what they mean, who does what to whom, what is asked, of which time."""
