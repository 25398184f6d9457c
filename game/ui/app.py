"""The window: one loop, one stack of screens, painting only when something changed.

Comes in: the Doors and, perhaps, a game to start with. Goes out: an exit code. Never here: a rule, a screen's content. The loop sleeps in
the event queue and wakes early only while the rope moves or a screen wants to be told the time; what takes long is done by the process beside
the window (background.py), which wakes it.

Two variables of the environment are for measuring and testing: KNOT_OF_WAR_FRAMES=N closes the window after N painted frames;
KNOT_OF_WAR_LAYOUT=FILE adds to that file, for every frame, a JSON line with the things on the screen and their places, and nothing else.
"""

import json
import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from .. import language
from ..language import t
from ..session.places import cache_folder
from ..session.settings import Settings, read_settings, write_settings
from . import coach, hands, motion
from .background import Background
from .doze import NAP_MS, Doze, wires
from .layout import walk
from .layout.node import Canvas, Tree
from .layout.page import Page
from .motion import Sway
from .paint.knot import WISH, KnotCache
from .paint.text import drop_rendered
from .painter import Painter, draw
from .press import named
from .screen import Screen
from .sound import Speaker
from .theme import DESIGN_SIZE, Theme, drop_fonts, theme_for
from .widgets.said import said

if TYPE_CHECKING:
    from ..session.doors import Doors
    from ..session.game import Game

CAPTION = "Knot of War"
LEAST = (1024, 576)
_NEWS = pygame.USEREVENT
"""Posted when the process beside the window has said something."""
REPEAT = ("Up", "Down", "Left", "Right", "PgUp", "PgDn", "Tab", "Shift+Tab", "Back")
COMMON = {"F1": "keys", "F2": "contrast", "F3": "text", "F4": "motion", "F9": "settings", "F11": "full"}


class NoDisplay(RuntimeError):
    """There is no window to be had here, and why, as the middle of a sentence."""


class App:
    def __init__(self, doors: "Doors", settings: Settings, size: tuple[int, int] = DESIGN_SIZE):
        self.doors, self.settings = doors, settings
        language.use(settings.language)
        self.stack: list[Screen] = []
        self.tree = Tree("", size)
        self.knots = KnotCache(cache_folder() / "rope")
        self.background = Background(self._wake)
        self.sway = Sway()
        self.is_live = False
        """Somebody may be looking: the loop runs, and things may move."""
        self._prepared: object = None
        self._frame_at = 0
        """When a rope that moves wants its next frame."""
        self._is_rope_only = False
        """Nothing has changed since the last frame but where the rope is on its way."""
        self._under: tuple[object, pygame.Surface] | None = None
        """What lies under a slip, dimmed."""
        self._tick_at = 0
        """When the screen in front is to be told the time."""
        self.painter = Painter()
        self.speaker = Speaker()
        self.hover = ""
        self.frames = 0
        self.is_dirty, self.is_open = True, True
        self._windowed = size
        self._held = ""
        """Id of the thing that the left button was pressed on and still holds."""
        self._down: set[int] = set()
        """Codes of the keys held down."""
        self._limit = int(os.environ.get("KNOT_OF_WAR_FRAMES") or 0)
        self._layout_file = os.environ.get("KNOT_OF_WAR_LAYOUT")
        self._open_window(size)

    def _open_window(self, size: tuple[int, int]) -> None:
        os.environ.setdefault("SDL_NO_SIGNAL_HANDLERS", "1")        # Ctrl+C and kill end the program, rather than ask as closing the window does
        before = wires()
        try:
            pygame.display.init()
            pygame.font.init()
            if pygame.display.get_driver() == "x11":        # else SDL paints through OpenGL: 100 ms and 100 MB for a window that seldom moves
                os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
            pygame.display.set_mode(size, pygame.RESIZABLE)
        except pygame.error as problem:
            raise NoDisplay(str(problem)) from problem
        if not os.environ.get("SDL_VIDEODRIVER") and pygame.display.get_driver() in ("dummy", "offscreen", "evdev"):
            raise NoDisplay("there is no display")
        self.doze = Doze(wires() - before if pygame.display.get_driver() == "x11" else frozenset())
        pygame.time.wait(0)         # sets pygame's clock going, which stands at 0 until somebody has waited
        pygame.display.set_caption(CAPTION)
        pygame.key.set_repeat(350, 45)

    @property
    def surface(self) -> pygame.Surface:
        """What is painted on: the window as large as it is now."""
        surface = pygame.display.get_surface()
        assert surface is not None
        return surface

    # -------------------------------------------------------------- the stack
    @property
    def top(self) -> Screen:
        return self.stack[-1]

    def push(self, screen: Screen) -> None:
        """That screen is now the one in front."""
        screen.app = self
        self.stack.append(screen)
        self.is_dirty = True

    def back(self) -> None:
        """The screen in front is gone; the last one closes the window."""
        self.stack.pop()
        self.is_open = bool(self.stack)
        self.is_dirty = True

    def home(self, screen: Screen) -> None:
        """That screen is the only one above the title; of those before it nothing is left, and what they asked for is not waited for."""
        self._forget(1)
        self.push(screen)

    def title(self) -> None:
        """Back at the title, which looks at the saves afresh."""
        from .screens.title import Title
        self._forget(0)
        self.push(Title())

    def _forget(self, kept: int) -> None:
        """Only so many screens stay; no word of the others is kept for comparing, for a click, or under the mouse."""
        self.background.cancel_where(lambda id: not id.startswith(WISH))
        del self.stack[kept:]
        self.tree, self.hover = Tree("", self.surface.get_size()), ""
        self.painter = Painter()

    def tell(self, words: str, title: str = "") -> None:
        """A slip says so."""
        from .screens.notice import Notice
        self.push(Notice(title or t("app.not-done"), words))

    def hear(self, sound: str, pressure: int = 0) -> None:
        """That sound is heard, if the player wants any and there is something to play it on."""
        if self.settings.volume:
            self.speaker.play(sound, self.settings.volume, pressure)

    # -------------------------------------------------------------- painting
    def build(self) -> Tree:
        """The tree of the screen in front, its focus on something that is there."""
        screen = self._in_front()
        tree = self._build(screen)
        wanted = walk.after_rebuild(tree, screen.focus, screen.last)
        if wanted != screen.focus:
            screen.rest(wanted)
            tree = self._build(screen)
        screen.shown = ""
        self.tree = tree
        return tree

    def _in_front(self) -> Screen:
        wide, high = self.surface.get_size()
        if wide < LEAST[0] or high < LEAST[1]:
            from .screens.small import TooSmall
            small = TooSmall((wide, high))
            small.app = self
            return small
        return self.top

    def _build(self, screen: Screen) -> Tree:
        page = Page(screen.name, self.theme, self.surface.get_size(), screen.tops, screen.shown)
        prompt = coach.make_room(page, screen)
        screen.build(page)
        said(page, screen.said)
        coach.speak(page, prompt)
        return page.tree

    @property
    def theme(self) -> Theme:
        """How things look now: the window's size and the player's settings."""
        return theme_for(self.surface.get_size(), self.settings.palette, self.settings.text_size)

    def paint(self) -> None:
        """The window shows what is so now: one frame."""
        surface, screen = self.surface, self._in_front()
        tree = self.tree if self._is_rope_only else self.build()
        self._is_rope_only = False
        now = pygame.time.get_ticks()
        self.sway.look(tree, now, self.is_live and motion.is_on(self.settings))
        self._frame_at = now + motion.FRAME_MS
        canvas = Canvas(surface, self.theme, screen.focus, self.hover, self.knots)
        if screen.is_slip:
            self._paint_slip(canvas, tree)
            changed = None
        else:
            self._under = None
            changed = self.painter.paint(canvas, tree, (tree.screen, id(screen), canvas.theme, surface.get_size()))
        if changed is None:
            pygame.display.flip()
        else:
            pygame.display.update(changed)
        self.frames += 1
        self.is_dirty = False
        if self._layout_file:
            with Path(self._layout_file).open("a", encoding="utf-8") as file:
                file.write(json.dumps(tree.as_record(screen.focus), ensure_ascii=False) + "\n")
        if self._limit and self.frames >= self._limit:
            self.is_open = False

    def _paint_slip(self, canvas: Canvas, tree: Tree) -> None:
        below = next(screen for screen in reversed(self.stack) if not screen.is_slip)
        key = (id(below), len(self.stack), canvas.theme, canvas.surface.get_size())
        if self._under is None or self._under[0] != key:
            canvas.surface.fill(canvas.theme.color("room2"))
            draw(replace(canvas, focus="", hover=""), self._build(below))
            shade = pygame.Surface(canvas.surface.get_size(), pygame.SRCALPHA)
            shade.fill((*canvas.theme.color("room")[:3], 170))
            canvas.surface.blit(shade, (0, 0))
            self._under = key, canvas.surface.copy()
        else:
            canvas.surface.blit(self._under[1], (0, 0))
        draw(canvas, tree)
        self.painter.forget()

    def repaint(self) -> None:
        """The next frame is painted whole."""
        self.painter.forget()
        self._under = None
        self.is_dirty = True

    # -------------------------------------------------------------- the loop
    def run(self) -> int:
        """Runs until the window is closed; returns the exit code."""
        self.is_live = True
        while self.is_open:
            if self.is_dirty:
                self.paint()
            else:
                self.wait()
        return 0

    def wait(self) -> None:
        """Sleeps until something happens, and lets what happened have its effect. Long work goes to the process beside the window."""
        self._prepare_rope()
        while wish := self.knots.next_wish():
            self.background.ask(*wish)
        for event in self._next_events(self._patience()):
            if self.is_open:
                self.handle(event)
        self._take_answers()
        if self.is_open and self.top.wait_ms and pygame.time.get_ticks() >= self._tick_at:
            self._tick_at = pygame.time.get_ticks() + self.top.wait_ms
            self.top.tick(pygame.time.get_ticks())
        self._is_rope_only = self.sway.is_moving and not self.is_dirty and pygame.time.get_ticks() >= self._frame_at
        self.is_dirty = self.is_dirty or self._is_rope_only

    def _next_events(self, wait_ms: int) -> list[pygame.event.Event]:
        """What comes next, or nothing once the time is over (0: however long it takes)."""
        until, nap = pygame.time.get_ticks() + wait_ms, 4
        while not (events := pygame.event.get()):
            left = until - pygame.time.get_ticks() if wait_ms else self.doze.longest_ms
            if left <= 0:
                break
            # a held key repeats by a clock of pygame's own, which rings no bell
            self.doze.sleep(min(left, nap, NAP_MS if self._down else nap))
            nap = min(nap + max(1, nap // 4), self.doze.longest_ms)
        else:
            self.doze.heard()
        return events

    def _wake(self) -> None:
        """The loop looks what there is to do; may be called from any thread."""
        with suppress(pygame.error):        # the window may just have been closed
            pygame.event.post(pygame.event.Event(_NEWS))
        self.doze.ring()

    def _prepare_rope(self) -> None:
        """Once for each turn's strain: what the next turn's rope may look like is baked in time."""
        node = self.tree.find("band")
        if node and not self.sway.is_moving and (self.theme, node.look) != self._prepared:
            self._prepared = (self.theme, node.look)
            from .widgets.band import prepare  # already read: there is a band
            prepare(self.theme, node, self.knots)

    def _patience(self) -> int:
        """Milliseconds until something must be done even if nothing happens; 0: none."""
        if self.is_dirty:
            return 1
        now, wait = pygame.time.get_ticks(), self.top.wait_ms
        if not wait:
            self._tick_at = 0
        elif not now < self._tick_at <= now + wait:
            self._tick_at = now + wait
        until = [self._tick_at] * bool(wait) + [self._frame_at] * self.sway.is_moving
        return max(1, min(until) - now) if until else 0

    def _take_answers(self) -> None:
        for answer in self.background.take():
            if answer.id.startswith(WISH):
                if answer.is_final:
                    self.knots.answered(answer.id, answer.problem)
                continue
            for screen in list(self.stack):
                screen.answered(answer)
            self.is_dirty = True
        if self.knots.take_fresh():
            self.repaint()

    def come_to_rest(self, most_ms: int = 60_000) -> None:
        """What is in front has been painted with all it waits for: knots baked, rows drawn, the staff's counts taken; or so long has gone by."""
        until = pygame.time.get_ticks() + most_ms
        while pygame.time.get_ticks() < until:
            self.paint()
            while wish := self.knots.next_wish():
                self.background.ask(*wish)
            self._take_answers()
            if self.top.wait_ms:
                self.top.tick(pygame.time.get_ticks())
            elif not self.background.is_busy and not self.is_dirty:
                break
            pygame.time.wait(5)
        self.repaint()
        self.paint()

    def handle(self, event: pygame.event.Event) -> None:
        """One event has had its effect; the screen is dirty if it may look different."""
        if event.type == pygame.QUIT:
            self.leave()
        elif event.type in (pygame.VIDEORESIZE, pygame.VIDEOEXPOSE, pygame.WINDOWSIZECHANGED, pygame.WINDOWEXPOSED):
            self.repaint()
        elif event.type == pygame.KEYDOWN:
            self._key_down(event)
        elif event.type == pygame.KEYUP:
            self._down.discard(event.key)
            self._in_front().released(named(event))
        elif event.type == pygame.WINDOWFOCUSLOST:
            self._down.clear()
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button in (1, 3):
            held = self._seen().at(*event.pos)
            self._held = held.id if held and event.button == 1 else ""
            self.sway.stop()
            self._changed(hands.click(self._in_front(), self._seen(), event.pos[0], event.pos[1], event.button == 3))
        elif event.type == pygame.MOUSEBUTTONUP:
            self._held = ""
        elif event.type == pygame.MOUSEWHEEL:
            self._changed(hands.wheel(self._in_front(), self._seen(), *pygame.mouse.get_pos(), event.y))
        elif event.type == pygame.MOUSEMOTION:
            if self._held and event.buttons[0]:
                self._changed(self._in_front().drag(self._held, *event.pos))
            node = self.tree.at(*event.pos)
            hover = node.id if node else ""
            self._changed(hover != self.hover)
            self.hover = hover

    def _changed(self, is_so: bool) -> None:
        """Something may look different; what marked the screen dirty on the way there stays so."""
        self.is_dirty = self.is_dirty or is_so

    def _seen(self) -> Tree:
        """The tree as it is; built anew if something changed since it was painted."""
        return self.build() if self.is_dirty else self.tree

    def _key_down(self, event: pygame.event.Event) -> None:
        """A key held down moves on and on, but acts only once: a long Enter must not sign a sheet and open the next seat's folder."""
        self.sway.stop()
        name, is_again = named(event), event.key in self._down
        self._down.add(event.key)
        if not is_again or name in REPEAT:
            self._press(name)

    def _press(self, name: str) -> None:
        if name in COMMON:
            self.common(COMMON[name])
        elif name:
            self._changed(hands.press(self._in_front(), self._seen(), name))

    def press(self, name: str) -> None:
        """A key's name has had its effect, as if it had been pressed; for a click on a line that tells of it."""
        self._press(name)

    def common(self, what: str) -> None:
        """Does what is the same on every screen: `keys`, `contrast`, `text`, `motion`, `settings`, `full`, `back`."""
        self.is_dirty = True
        if what == "keys" and self.top.name != "keys":
            from .screens.keys import Keys
            self.push(Keys())
        elif what == "contrast":
            self.change(self.settings.with_next_palette())
        elif what == "text":
            self.change(self.settings.with_next_text_size())
        elif what == "motion":
            self.change(replace(self.settings, reduced_motion=not self.settings.reduced_motion))
        elif what == "settings" and not any(screen.name == "settings" for screen in self.stack):
            from .screens.settings import SettingsScreen
            self.push(SettingsScreen())
        elif what == "full":
            self._full_screen()
        elif what in ("skip-lesson", "open-all"):
            from . import flow
            (flow.skip_lesson if what == "skip-lesson" else flow.open_everything)(self)
        elif what == "back":
            self.top.back()

    def change(self, settings: Settings) -> None:
        """The window goes by these settings from now on, and they are kept."""
        self.settings, self.is_dirty = settings, True
        language.use(settings.language)
        try:
            write_settings(settings)
        except OSError as problem:
            self.tell(t("app.not-kept-why", why=problem.strerror), t("app.not-kept"))

    @property
    def is_full(self) -> bool:
        """The window fills the screen."""
        return bool(self.surface.get_flags() & pygame.FULLSCREEN)

    def _full_screen(self) -> None:
        if self.is_full:
            pygame.display.set_mode(self._windowed, pygame.RESIZABLE)
        else:
            self._windowed = self.surface.get_size()
            pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        self.is_dirty = True

    def leave(self) -> None:
        """The window closes; in the middle of a game it first says that the game is saved."""
        from .screens.leave import Leave
        if self.top.name == "leave" or not any(screen.is_play for screen in self.stack):
            self.is_open = False
        else:
            self.push(Leave())

    def close(self) -> None:
        """The loop ends after this."""
        self.is_open = False


def run(doors: "Doors", start: "Game | None" = None) -> int:
    """Opens the window at the title, or in the game given, and returns the exit code once it is closed. Raises NoDisplay."""
    settings, problem = read_settings()
    app = App(doors, settings)
    try:
        app.title()
        if start is not None:
            from .flow import sit_down
            sit_down(app, start)
        if problem:
            app.tell(problem, t("settings.title"))
        return app.run()
    finally:
        app.background.close()
        app.doze.close()
        pygame.display.quit()
        app.speaker.close()
        drop_fonts()
        drop_rendered()
        pygame.font.quit()
