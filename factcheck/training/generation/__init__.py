"""Pairs of sentences made from documents and lexicons."""
