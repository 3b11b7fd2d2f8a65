"""What can be done with an archive: one verb a file, each with its own transactions."""
