"""What the whole engine promises: exact books, games that do not touch one another, secrets that stay, the same bits everywhere."""
