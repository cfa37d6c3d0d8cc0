"""What does a page of the web report?

In: a page. Out: its own text, author and day, without menus, neighbours and readers' comments.
"""
