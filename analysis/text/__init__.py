"""Functions of one string: folding, tokens with clitics, sentences, and the one reading of a text."""
