"""What becomes of a delivered report: kept, recorded, given back, read, withdrawn."""
