"""The tests of the local Bot API server."""
