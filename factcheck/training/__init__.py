"""Training a judge of our own: pairs, recipe, measuring, export."""
