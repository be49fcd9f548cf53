"""The web application of reviewers: pages and a JSON API, both made of what the desk answers.

It needs the extra ``factcheck[review]``; nothing else imports its libraries.
"""
