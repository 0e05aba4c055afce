"""What one article says: times, names, attribution, quotes, numbers, claims; every row with its characters."""
