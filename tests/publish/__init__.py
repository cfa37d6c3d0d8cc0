"""Tests of what people read: the page, the tables, the terminal."""
