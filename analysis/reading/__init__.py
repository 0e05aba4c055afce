"""From files to articles: formats, encodings, pages and their furniture, outlets, and versions of one article."""
