"""The evidence behind a row."""

from analysis.reader.evidence import Evidence, evidence

__all__ = ["Evidence", "evidence"]
