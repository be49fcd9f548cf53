"""Findings, reviewers and a running application to try a review on."""
