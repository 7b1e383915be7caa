"""Tests that read the source."""
