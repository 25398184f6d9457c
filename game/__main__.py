"""`python -m game` and the `knot-of-war` script."""

import sys


def main() -> int:
    """Runs the game as the command line says and returns its exit code."""
    try:
        from .commands.speak import guarded
        return guarded(_as_asked, "--debug" in sys.argv)
    except KeyboardInterrupt:       # Ctrl+C while the program was still being read
        return 130


def _as_asked() -> int:
    """Without a word the title screen opens, and nothing is imported that it does not need."""
    if len(sys.argv) > 1:
        from .cli import main as command_line
        return command_line()
    from .commands.start import start
    return start()


if __name__ == "__main__":
    sys.exit(main())
