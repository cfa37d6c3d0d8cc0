"""Of when something happened: the day, the day of the week and the hour that words tell."""
