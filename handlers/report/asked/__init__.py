"""What the report asks: the status round, the score, help, and what may be shared."""
