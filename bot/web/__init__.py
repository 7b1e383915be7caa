"""The demo's door: a page on this machine where one sits down as somebody and chats."""
