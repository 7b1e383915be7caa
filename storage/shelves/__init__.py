"""One shelf a noun: the only code that runs SQL."""
