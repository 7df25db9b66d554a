"""What is answered, and its words."""
