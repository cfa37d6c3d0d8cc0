"""The tables of English: one file for each kind of word. README.md explains their columns."""
