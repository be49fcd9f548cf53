"""One finding, fully: what was matched, what every rule said, and what would change the verdict."""
