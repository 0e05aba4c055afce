"""How speech is read: marks in pairs, words of saying, the phrases that name a source, where its words end."""
