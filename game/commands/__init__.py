"""What each command of the command line does. Comes in: words and numbers that cli.py has parsed. Goes out: lines on stdout and stderr, an exit code.

Never here: a rule. Each module imports what it needs when it is called for.
"""
