"""What is decided and said: no input or output but through a unit of storage."""
