"""The door «mail»: those who have no chat hear by e-mail of what waits on their page."""
