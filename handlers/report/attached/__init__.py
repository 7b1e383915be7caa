"""Pictures and documents that belong to a report."""
