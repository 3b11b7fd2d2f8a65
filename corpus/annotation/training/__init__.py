"""Train the name model from public data sets: `python -m corpus.annotation.training --help`."""
