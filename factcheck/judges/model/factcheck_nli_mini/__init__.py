"""A model for ``factcheck --judge nli``; the files beside this one are the model."""
