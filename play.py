"""Starts Knot of War on a bare Python: `python3 play.py` plays, `python3 play.py --test` runs the tests.

Comes in: the arguments of `knot-of-war`, or `--test` and the arguments of pytest. The first start makes a private environment inside the
clone and installs the project there; every later start only looks it over. Goes out: the process, handed to the game or to the tests.
Never here: anything but the standard library, a rule of the game, a write outside the clone. Python 3.6 can read it, to be told what is needed.
"""

import contextlib
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import time

OLDEST = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")
CLONE = os.path.dirname(os.path.realpath(__file__))
PRIVATE = os.path.join(CLONE, ".venv-knot-of-war")
LOCK = PRIVATE + ".lock"
# -P: a game.py in the folder where the player stands is not our game
GAME = ["-P", "-m", "game"]
TESTS = ["-P", "-m", "pytest"]


class Sorry(Exception):
    """The start cannot go on; the text is what the player reads."""


def say(line: str) -> None:
    """The line is on stderr: stdout belongs to the game."""
    print(line, file=sys.stderr, flush=True)


def main(arguments: "list[str]") -> int:
    """The game or the tests have the process, or their exit code is returned; 2 after a sentence where the start was refused."""
    try:
        check_python()
        if arguments[:1] == ["--test"]:
            ready("test")
            os.chdir(CLONE)
            return hand_over(TESTS + arguments[1:])
        ready("")
        return hand_over(GAME + arguments)
    except Sorry as sorry:
        say(f"play.py: {sorry}")
        return 2
    except KeyboardInterrupt:
        say("")
        return 130


def check_python() -> None:
    """This Python can run the game. Raises Sorry, with the name of a newer one where this machine has it."""
    if sys.version_info[:2] >= OLDEST:
        return
    this = "{}.{}.{}".format(*sys.version_info[:3])
    newer = [name for name in NEWER if shutil.which(name) and subprocess.call([name, "-c", ""], stderr=subprocess.DEVNULL) == 0]
    advice = f"This machine has a newer one: {newer[0]} play.py" if newer else "Install a newer Python and start play.py with it."
    raise Sorry(f"Knot of War needs Python 3.11 or newer; this is {this}. {advice}")


def ready(extra: str) -> None:
    """The private environment holds the game and what `extra` names. Raises Sorry where it cannot be made."""
    if is_whole(extra):
        return
    with only_one() as lock:
        # whoever held the lock before us may have made it
        if not is_whole(extra):
            make(extra, lock)


# Is the environment the one we need? No pip, no network: this is all that a second start does.

def python_of(environment: str, system: str = os.name) -> str:
    """The path of an environment's Python, laid out as on Windows ("nt") or as on Linux and macOS."""
    return environment + ("\\Scripts\\python.exe" if system == "nt" else "/bin/python")


def key() -> str:
    """What an environment is made for: these dependencies, this Python, this place (an environment cannot be moved)."""
    try:
        with open(os.path.join(CLONE, "pyproject.toml"), "rb") as file:
            wanted = hashlib.sha256(file.read()).hexdigest()
    except OSError:
        raise Sorry(f"pyproject.toml is not in {CLONE}; play.py starts the game from its whole folder, as it was cloned.") from None
    return "{}\n{} {}.{}\n{}\n".format(wanted, sys.implementation.name, *sys.version_info[:2], CLONE)


def stamp(extra: str) -> str:
    """The file that is written last of all, so that whatever was interrupted has none."""
    return os.path.join(PRIVATE, "made-for-" + (extra or "playing"))


def installed() -> "set[str]":
    """Names of the packages that lie in the environment, without their versions."""
    folder = sysconfig.get_path("purelib", "venv", {"base": PRIVATE, "installed_base": PRIVATE})
    return {name for name in os.listdir(folder) if name != "__pycache__" and not name.endswith(".dist-info")}


def is_whole(extra: str) -> bool:
    """Whether the environment was made to the end for what is wanted now, has lost no package since, and its Python finds the game."""
    made_for = key()
    try:
        with open(stamp(extra), encoding="utf-8") as file:
            stamped = file.read()
        if not stamped.startswith(made_for) or not installed().issuperset(stamped[len(made_for):].splitlines()):
            return False
        probe = [python_of(PRIVATE), "-I", "-c", "import game"]
        return subprocess.run(probe, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
    except (OSError, ValueError):
        return False


# Making it: once, under a lock, the stamp last.

@contextlib.contextmanager
def only_one():
    """Nobody else makes the environment meanwhile; gives the lock's file. The lock falls with the process, however that ends."""
    try:
        lock = open(LOCK, "ab")
    except OSError as error:
        raise Sorry(cannot_write(error)) from None
    with lock:
        if not is_mine(lock):
            say("Another start is making the private environment; waiting for it ...")
            while not is_mine(lock):
                time.sleep(0.3)
        yield lock


def is_mine(lock) -> bool:
    """Whether the lock is held by us now. A file system that has no locks counts as ours."""
    if os.name == "nt":
        import msvcrt
        try:
            lock.seek(0)
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        pass
    return True


def make(extra: str, lock) -> None:
    """The environment is there, with the project and its extra installed, and stamped. Raises Sorry, and then no new stamp is left."""
    try:
        if extra and is_whole(""):
            say("Adding what the tests need ...")
        else:
            check_modules()
            say(f"Making a private environment in {PRIVATE} (once, about a minute) ...")
            clear()
            create(lock)
        install(extra, lock)
        for made in {"", extra}:
            write_stamp(made)
    except OSError as error:
        raise Sorry(cannot_write(error)) from None
    say("Ready.")


def check_modules() -> None:
    """This Python has what makes an environment. Raises Sorry where a distribution left it out."""
    for module in ("venv", "ensurepip"):
        if importlib.util.find_spec(module) is None:
            version = "{}.{}".format(*sys.version_info[:2])
            raise Sorry(f"this Python ({sys.executable}) came without its {module} module, which makes the private environment. "
                        f"On Debian and Ubuntu: apt install python3-venv (or python{version}-venv). Then start again.")


def clear() -> None:
    """Nothing is left of an earlier environment, stamps first: half a removal must not look whole."""
    for name in ("", "test"):
        if os.path.lexists(stamp(name)):
            os.remove(stamp(name))
    if os.path.islink(PRIVATE) or os.path.isfile(PRIVATE):
        os.remove(PRIVATE)
    elif os.path.exists(PRIVATE):
        shutil.rmtree(PRIVATE)


def create(lock) -> None:
    """An empty environment with pip lies in PRIVATE."""
    code, lines = run([sys.executable, "-I", "-m", "venv", PRIVATE], lock)
    if code:
        raise Sorry(f"the private environment could not be made in {PRIVATE}: {last_word(lines)}. "
                    "Is python3-venv installed (Debian and Ubuntu: apt install python3-venv), and is there room on the disk?")


def install(extra: str, lock) -> None:
    """The project, with its extra, is installed in the environment from where it lies."""
    wanted = CLONE + (f"[{extra}]" if extra else "")
    code, lines = run([python_of(PRIVATE), "-I", "-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--editable", wanted], lock)
    if code:
        raise Sorry(f"pip could not fetch and install the packages the game needs; its last word: {last_word(lines)}. "
                    "The first start needs the network once. Check the connection (behind a proxy, set HTTPS_PROXY) and start again.")


def run(command: "list[str]", lock) -> "tuple[int, list[str]]":
    """The command has ended: its exit code and all it wrote. The name of each package that pip turns to is said meanwhile."""
    # a user-wide "install for the user" would refuse to work inside an environment
    surroundings = dict(os.environ, PIP_USER="0")
    # the child holds the lock too: should we be killed, nobody builds here before it has ended
    held = {} if os.name == "nt" else {"pass_fds": [lock.fileno()]}
    lines = []
    with subprocess.Popen(command, env=surroundings, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          encoding="utf-8", errors="replace", **held) as process:
        try:
            for line in process.stdout:
                lines.append(line.strip())
                package = re.match(r"(?:Collecting |Processing .*[/\\])([A-Za-z][A-Za-z0-9_.]*(?:-[A-Za-z][A-Za-z0-9_.]*)*)", line)
                if package:
                    say("  " + package.group(1).replace("_", "-"))
        except BaseException:
            process.kill()
            raise
    return process.returncode, lines


def last_word(lines: "list[str]") -> str:
    """The last error of a command's output, or else its last line. (pip in pip ends with an "error: subprocess-exited-with-error".)"""
    errors = [line for line in lines if line.startswith("ERROR: ")]
    return ([line for line in errors or lines if line] or ["nothing"])[-1].rstrip(".")


def write_stamp(extra: str) -> None:
    """The environment counts as made for this, with the packages that lie in it now."""
    unfinished = stamp(extra) + ".part"
    with open(unfinished, "w", encoding="utf-8") as file:
        file.write(key() + "\n".join(sorted(installed())))
    os.replace(unfinished, stamp(extra))


def cannot_write(error: OSError) -> str:
    """The sentence for a folder that does not let us write."""
    return (f"cannot write in {CLONE}: {error.strerror or error} ({os.path.basename(error.filename or PRIVATE)}). The private environment lies in "
            "the game's own folder: copy that folder to a place where you may write and where there is room, and start it there.")


def hand_over(arguments: "list[str]", system: str = os.name) -> int:
    """The environment's Python runs with these arguments: in place of this process, or on Windows below it, whose exit code is returned."""
    command = [python_of(PRIVATE), *arguments]
    if system != "nt":
        os.execv(command[0], command)
    with subprocess.Popen(command) as process:
        while True:
            with contextlib.suppress(KeyboardInterrupt):
                return process.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
