"""What the articles say together: events, groups of claims and of quotes, origins."""
