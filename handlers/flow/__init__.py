"""Conversations: forms as data, and pure decisions about where a person stands in one."""
