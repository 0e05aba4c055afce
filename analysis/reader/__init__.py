"""The evidence behind a row."""

from analysis.reader import articles, chronicle, claimed
from analysis.reader.beside import agency_names, beside, reasons
from analysis.reader.evidence import Evidence, evidence

__all__ = ["Evidence", "agency_names", "articles", "beside", "chronicle", "claimed", "evidence", "reasons"]
