"""Reviewers and their decisions: the queue, blindness, standing, adjudication."""
