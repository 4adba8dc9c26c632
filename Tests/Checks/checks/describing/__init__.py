"""The server and its own description."""
