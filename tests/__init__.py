"""The proof. Shared helpers lie here, named for what they do; tests lie in the folders."""
