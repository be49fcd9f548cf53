"""Pictures of a run: accessible SVG of our own, each with its content as a table."""

from factcheck.reporting.pictures.picture import Entry, Picture, Row, Table
from factcheck.reporting.pictures.range_bars import range_bars
from factcheck.reporting.pictures.source_matrix import source_matrix
from factcheck.reporting.pictures.topic_map import topic_map

__all__ = ["Entry", "Picture", "Row", "Table", "range_bars", "source_matrix", "topic_map"]
