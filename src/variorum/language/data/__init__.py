"""One data file for each language that is read by its lexicon; docs/languages.md explains them."""
