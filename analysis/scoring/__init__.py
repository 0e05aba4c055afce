"""Tables against gold, answers against the cases of peers, and the floors below which no score may fall."""
