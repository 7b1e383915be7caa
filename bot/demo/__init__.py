"""The demo: the real house on a fresh database, a page for its door, and a clock that jumps."""
