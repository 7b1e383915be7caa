"""What the house serves on the web: calendars, conversations, and the organisers' pages."""
