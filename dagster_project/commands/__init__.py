"""What `make` starts, each a module with a `main`, and what a person at a terminal is told.

Belongs here: arguments, lines on the terminal, exit statuses. Does not belong here: the work itself
(`assets` and the rooms that they call). Nothing else imports a command.
"""
