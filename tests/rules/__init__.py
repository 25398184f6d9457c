"""One test for each rule, on a crisis in which nothing moves but what the test sets in motion."""
