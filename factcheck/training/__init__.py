"""Training a judge of our own: pairs of sentences, the recipe, measuring and export."""
