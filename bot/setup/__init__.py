"""``mellom setup``: asks for the few things, tries each, and then writes everything at once."""
