"""The review application as reviewers meet it: in a real browser, from a real server."""
