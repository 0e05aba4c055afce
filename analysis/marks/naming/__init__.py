"""How a name is told from other words: what a word may be, people, bodies, places, and who a name names."""
