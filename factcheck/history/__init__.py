"""Work over time: what is known from earlier runs, and what changed from one to the next."""
