"""The report as a Word form: made, sent out, and read again when it comes back filled in."""
