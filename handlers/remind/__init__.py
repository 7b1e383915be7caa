"""When a person may be disturbed, and what they are owed."""
