"""Kill the program at random moments while people talk with it, and count what was lost."""
