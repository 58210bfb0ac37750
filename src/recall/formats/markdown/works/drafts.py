"""A work that is being read, with the links and the text that belong to it."""

import re
from collections.abc import Sequence

from recall.domain.library.resource import Link, LinkRole
from recall.domain.lists.link_text import says_something
from recall.domain.lists.link_words import pointer
from recall.formats.markdown.marks.durations import duration_after, take_duration
from recall.formats.markdown.titles import clean, is_rating, label, trim, without_codes
from recall.formats.markdown.works import parts
from recall.formats.markdown.works.citing.bylines import is_venue
from recall.formats.markdown.works.found import NO_TEXT, Found
from recall.formats.markdown.works.mentions import Mention, said
from recall.lazy_regex import lazy_regex

_RANKS: dict[LinkRole, int] = {"paper": 0, "work": 0, "page": 1, "video": 2, "slides": 3, "code": 4}
_EXTRA, _LAST = 5, 6
_EXTRAS = lazy_regex(
    r"(?i)\b(?:demo|docs?|documentation|data(?:sets?)?|supp\w*|bib\w*|notes?|exercises?|solutions?|models?|weights"
    r"|checkpoints?|errata|appendix|transcript|translation|summary|audio|podcast|poster)\b"
    r"|handouts?|resources?|resum[eo]n?|riassunto|конспект|数据|笔记|讲义|习题|答案"
)
_SIBLING = lazy_regex(
    r"(?:[;；|]\s*[^\W\d_]{2,15}[:：]|[,，、;；|/&+•·]|\b(?:and|or|vs\.?|versus|und|et|y|e|и)|[和与及或])[\s\"“'《*_]*$"
)
_CONNECTIVE = lazy_regex(
    r"(?i)\s*[,，]?\s*(?:(?:and|or|vs|then|also|plus|und|et|y)\b|[和与及或]|以及)"
)
_LED = re.compile(r"\w{2}\s(?:in|at|of|from|on|with|for|by|to|as)\s\Z")
_JOINS = re.compile(r"\s*(?:,|,?\s*and|&)\s*")
_ADDS = re.compile(r"(?i)[ \t]*\n|\s*(?:[.。]|[,，](?!\s*(?:and|or|then|also|plus|und|et|y)\b))")
_SEES = re.compile(
    r"(?i)(?:\b(?:see(?: also)?|cf\.?|compare|refer to|siehe(?: auch)?|vgl\.?|voir|véase|ver)"
    r"|см\.|参见|参考|详见)(?:\s(?:the|for example|e\.g\.))?[\s:：]*\Z"
)
_ALSO = re.compile(
    r"(?i)\s*[,;.]?\s*(?:optional(?:ly)?|additional|further|required|recommended|supplementary)\s*[:：]\s*"
)
"""What leads to one more work: `[A title](…) (Lee, 1992), optional: [B title](…)`."""
_NEW_TURN = re.compile(r"[;；|•]\s*$")
_DESCRIBES = re.compile(r"\s+[-–—~]+\s|\s*(?:[—–:：]|--|->|→|=>)|\s*-\s")
_BRACKETED = lazy_regex(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
_EDITION = re.compile(r"(?i),?\s*\b(?:\d{1,2}(?:st|nd|rd|th)|first|second|third) ed(?:ition\b|\.)")
_VERB = lazy_regex(r"\s(?:is|are|was|were|has|have|can|will|[a-z]{2,}[^\Ws]s)\s(?:\S+\s){2}")
"""What begins a sentence that the title is a part of: `[A tool](…) is a part of the [suite](…)`."""
_HOST = re.compile(r"([^\W\d_][^\W_]{1,20})\s?[(（]\s*\Z")
_EMPTY_PART = re.compile(r"([|·])(?:\s*\1)+")
_OPENING, _CLOSING = "(（[【", ")）]】"
_BARS = ("·", "|", "/", "•")
_ABBREVIATION = re.compile(r"[A-Z]{2,4}")
"""What a list calls a site in short, behind a bar: `A title · [pdf](…) · [NB](…)`."""
_LONGEST_DESCRIPTION = 2_000
_LONGEST_WORD = 14
_WORDS_TOLD = 4
_BEFORE_A_COPY = (".", "-", "–", "—")
_SEARCH = re.compile(
    r"https?://(?:(?:www|scholar)\.)?(?:google\.\w+|bing\.com)/(?:search|scholar)\?"
)


class Draft:
    """A work that is being read, with what was found for it so far."""

    def __init__(self, name: str, mention: Mention, *, bullet: bool) -> None:
        self.title = name
        self.first = mention
        self.links: list[Mention] = []
        self.named_by_text = False
        self.began_line = True
        self.heard_title = False
        self.is_text = False
        self.written = NO_TEXT
        self._bullet = bullet
        self._roles: set[LinkRole] | None = None
        self._depth = 0
        self._hosted = False
        self._aside = False
        self._described = False
        self._in_prose = False
        self._minutes: int | None = None
        self._heard: list[str] = []
        self._sentence: list[str] = []

    def found(self) -> Found:
        """Return the entry. Where a text names it, its address is the best of its links."""
        everything = [self.first, *self.links]
        best = min(everything, key=_rank_by_place) if self._is_named_apart() else self.first
        work = None if self.is_text else best
        minutes, title = duration_after(self.title)
        return Found(
            title=title,
            url=work.url if work else None,
            line=self.first.link.line,
            minutes=self._minutes or minutes,
            links=_further(everything, work),
            description=_description(self._heard),
            kind=work.kind if work else None,
            written=self.written,
        )

    def _is_named_apart(self) -> bool:
        """Return whether the title is that of another link: of a paper beside one's own notes."""
        is_note = self.first.url.startswith("file:") and self.first.role == "page"
        return self.named_by_text or (is_note and any(each.role == "paper" for each in self.links))

    def begin_in(self, text: str) -> None:
        """Take note of the brackets that are open where the first link stands."""
        self._hosted, self._depth = self.is_hosted(text), self.depth_after(text)

    def describe(self, text: str) -> None:
        """Take what the text that names the work says after its title: its author, its venue."""
        if says_something(text) or is_rating(text):
            minutes, rest = take_duration(text)
            self._minutes = self._minutes or minutes
            self._heard.append(rest)

    def become_part(self) -> None:
        """Take the name of a part, where the text named the whole and the link the part."""
        name = parts.next_title(self.title, self.first.link.label) if self.named_by_text else ""
        self.title = name or self.title
        self.named_by_text = False

    def add(self, mention: Mention) -> None:
        """Add a further link; what its text says belongs to the description."""
        self.links.append(mention)
        if self._roles is not None:
            self._roles.add(mention.role)
        in_prose = mention.gap.rstrip()[-1:].isalnum()
        self._in_prose = in_prose or (self._in_prose and not says_something(mention.gap))
        if mention.bare:
            return
        if self._sentence and not self._described:
            self._sentence.append(mention.link.label)
        elif self._described and in_prose:
            self._heard.append(mention.link.label)

    def hear(self, text: str, *, last: bool = False) -> None:
        """Take the text after a link of this work; after the last one it describes the work."""
        if not text.strip():
            return
        minutes, rest = take_duration(text)
        self._minutes = self._minutes or minutes
        inside = self._depth > 0
        self._hosted, self._depth = self.is_hosted(text), self.depth_after(text)
        if self.heard_title:
            self.heard_title = False
        elif self._described or (not inside and (self._describes(rest) or (last and self._bullet))):
            self._described = True
            self._heard += [*self._sentence, rest]
            self._sentence = []
        elif self._sentence or (self._bullet and not inside and _VERB.match(rest)):
            self._sentence.append(rest)

    def has_role(self, role: LinkRole) -> bool:
        """Return whether one of the links has this role."""
        if self._roles is None:
            self._roles = {each.role for each in (self.first, *self.links)}
        return role in self._roles

    def depth_after(self, text: str) -> int:
        """Return how many brackets are open after a text."""
        opened = sum(text.count(sign) for sign in _OPENING)
        return max(0, self._depth + opened - sum(text.count(sign) for sign in _CLOSING))

    def is_hosted(self, text: str) -> bool:
        """Return whether a bracket is open after a text that says where its links lead: `Site(`."""
        if found := _HOST.search(text):
            return pointer(found[1], beside_a_title=True) is not None
        return self._hosted and self.depth_after(text) > 0

    def is_aside(self, text: str) -> bool:
        """Return whether a bracket is open after a text that tells something of the work."""
        inside = self.depth_after(text) > 0
        self._aside = inside and (self._aside or len(text.split()) >= _WORDS_TOLD)
        return self._aside

    def owns(self, mention: Mention) -> bool:
        """Return whether a link stands for something of this work: its code, a venue, notes."""
        of_code = mention.is_repository and self.first.role != "code"
        return mention.weak or of_code or _names_again(self.title, label(mention.link.label))

    def is_alike(self, mention: Mention) -> bool:
        """Return whether a link shows the name of its site, as the first one does."""
        return mention.names_itself and self.first.names_itself and not self.first.titled

    def leads_to_another(self, gap: str, mention: Mention) -> bool:
        """Return whether a link with a title after this text is another work."""
        text = _EDITION.sub("", _BRACKETED.sub("", gap))
        if _ALSO.fullmatch(text):
            return True
        if self._is_told_of(text):
            return False
        if self._described or self._describes(text):
            return bool(_NEW_TURN.search(text))
        if says_something(text):
            goes_on = _SIBLING.search(text) or _CONNECTIVE.match(text)
            return not self._bullet or goes_on is not None
        word = label(mention.link.label).lstrip("↑ ")
        ends = (self._bullet and text.strip() == ".") or not said(mention.after).strip(" .\n")
        copied = ends and text.strip() in _BEFORE_A_COPY and is_copy(self.title, word)
        listed = text.strip() in _BARS and _ABBREVIATION.fullmatch(word)
        if copied or (self.named_by_text and (_is_word(word) or listed)):
            return False
        attached = self.named_by_text or not text.strip()
        return not (attached and mention.role in {"code", "video", "slides", "discussion"})

    @property
    def begins_line(self) -> bool:
        """Whether the work is a link that begins its line, or stands after a label there."""
        before = self.first.gap.rstrip(" *_")
        labeled = before.endswith((":", "："))
        return not self.named_by_text and (labeled or not any(map(str.isalnum, before)))

    def _is_told_of(self, text: str) -> bool:
        """Return whether a link after a text is in a sentence about the work before it.

        Such are `see also`, and of a paragraph that begins with its link, `it was used in`.
        """
        begins = self.began_line and not self.first.gap.strip()
        if not (self._bullet or begins):
            return False
        led = _SEES.search(text) if self._bullet else _LED.search(text)
        return bool(led or (self._in_prose and _JOINS.fullmatch(text)))

    def _describes(self, text: str) -> bool:
        """Return whether a text after a link says what that is: `- about nets`, `: see the`."""
        if not self._bullet and not self.began_line:
            return False
        if _DESCRIBES.match(text) and any(map(str.isalpha, text)):
            return True
        return self._bullet and says_something(text) and bool(_ADDS.match(text))


def _is_word(text: str) -> bool:
    """Return whether a text is one common word, as labels are: `handout`, not `Handout 2`."""
    return len(text) <= _LONGEST_WORD and text.isalpha() and text == text.lower()


def _names_again(title: str, other: str) -> bool:
    """Return whether a text is the title with an article: `[Oaks](…): [the Oaks](…) grow`."""
    return other[:4].casefold() == "the " and other[4:].casefold() == title.casefold()


def is_copy(title: str, word: str) -> bool:
    """Return whether one word after a title and a full stop says where it is: `[Shop](…)`."""
    return " " in title and " " not in word and len(word) <= _LONGEST_WORD and word.isalpha()


def _further(mentions: Sequence[Mention], work: Mention | None) -> tuple[Link, ...]:
    """Return the links but the work, each address once."""
    url = work.url if work else None
    links = {each.url: each.as_link for each in reversed(mentions) if each.url != url}
    return tuple(reversed(links.values()))


def _rank(mention: Mention) -> int:
    if mention.aside:
        return _EXTRA
    aside = mention.column is None and not mention.bare
    if aside and (not mention.weak or _EXTRAS.search(mention.link.label[:80])):
        return _EXTRA if mention.role in {"page", "paper"} else _RANKS.get(mention.role, _LAST)
    return _RANKS.get(mention.role, _LAST)


def _rank_by_place(mention: Mention) -> tuple[bool, int, bool]:
    """Rank a link; of two alike, what is on the web comes before a file beside the list.

    A search for the title comes last.
    """
    searches = _SEARCH.match(mention.url) is not None
    return searches, _rank(mention), mention.url.startswith("file:")


def _description(heard: Sequence[str]) -> str | None:
    if not heard:
        return None
    text = _EMPTY_PART.sub(r"\1", clean("".join(heard)[:_LONGEST_DESCRIPTION]))
    text = trim(trim(_BRACKETED.sub(_unless_empty, without_codes(text))))
    told = is_venue(text) or is_rating(text) or " et al" in text
    return text if told or pointer(text, beside_a_title=True) is None else None


def _unless_empty(found: re.Match[str]) -> str:
    text = found.group()
    points = any(map(str.isalpha, text)) and pointer(text) is not None
    return text if any(map(str.isalnum, text)) and not points else ""
