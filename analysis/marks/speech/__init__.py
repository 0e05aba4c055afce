"""How speech is read: quotation marks in pairs, words of saying, the phrases that name a source, where its words end."""
