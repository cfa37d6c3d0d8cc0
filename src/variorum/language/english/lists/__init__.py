"""Lists of English words, one file for each room of the program that asks for them."""
