"""Introductions that say of a whole list that it is read: `Everything here is read.`

Only a sentence that says nothing else is sure: `Books I have read or want to read` is not.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from recall.formats.markdown.blocks import Block, Bullet, Paragraph, Table
from recall.lazy_regex import lazy_regex

_WORKS = r"(?:books|papers|articles|essays|texts|novels|works|entries)"
_HAVE_READ = r"(?:(?:i|we)(?:['’]ve| have) (?:already )?(?:read|finished)|already read)"
_SINCE = r"(?: so far| until now| in \d{4}| this year| since \d{4}| over the years)?"
_LIST = r"(?:lists?|logs?|records?|collections?|archives?)"
_ALL_READ = lazy_regex(
    rf"(?i)(?:(?:everything|all {_WORKS}|all of (?:it|them|these)|every (?:book|paper|entry))"
    r"(?: (?:here|below|on (?:this|the) (?:list|page)|in (?:this|the) list|listed))?"
    rf" (?:is|are|was|were|has been|have been) (?:already )?(?:read|finished){_SINCE}"
    rf"|i(?:['’]ve| have) (?:already )?read (?:everything|all of (?:it|them|these)|all {_WORKS})"
    r"(?: (?:here|below|on this list|in this list))?"
    rf"|(?:this is |here is |these are |here are )?(?:a |my |the |our )?(?:{_LIST} of )?"
    rf"(?:all )?(?:of )?(?:the |my )?{_WORKS} (?:that |which )?{_HAVE_READ}{_SINCE}"
    r"|alles (?:hier|auf dieser liste) (?:ist|habe ich) (?:schon |bereits )?gelesen"
    r"|alle (?:hier )?(?:bücher|artikel|texte|papers?)(?: hier)?"
    r" (?:sind|habe ich) (?:schon |bereits )?gelesen"
    r"|tout (?:ici |ce qui est ici |ce qui suit )?(?:est|a été) (?:déjà )?lu"
    r"|j['’]ai (?:déjà )?tout lu|todo (?:lo que hay )?(?:aquí|en esta lista) (?:ya )?está leído"
    r"|tutto (?:quello che è )?(?:qui|in questa lista) è (?:già |stato )?letto|ho letto tutto"
    r"|tudo (?:aqui|nesta lista) (?:já )?(?:foi|está) lido"
    r"|alles (?:hier|op deze lijst) (?:is|heb ik) (?:al )?gelezen"
    r"|всё (?:здесь|в этом списке) (?:уже )?прочитано"
    r"|(?:这里|這裡|这些|以下|下面|本列表|本书单|列表中|书单里)(?:列出|记录|收录)?(?:的)?(?:书|論文|论文|文章)?(?:全部|全|都)?是"
    r"(?:我|自己)?(?:已经|已)?(?:读|看|讀|阅读)(?:过|完|過)了?的?(?:书籍|书|論文|论文|文章)?"
    r"|(?:ここにある|以下の|このリストの)(?:本|論文|記事)?は(?:すべて|全て|全部)?(?:読了|既読|読み終え)(?:です|済み|済みです|ました)?"
    r"|[^。]{0,40}?(?:読んだ|読了した|読み終えた)(?:本|書籍|論文|記事)(?:の)?(?:一覧|リスト|まとめ)(?:です|である)?"
    r"|[^.]{0,80}?(?<!\w)(?:다 )?(?:읽은|완독한) (?:책|서적|도서|논문|글|문서)들?(?:의|을|를)?\s?"
    r"(?:목록|리스트|모음)(?:입니다|이다|임|이에요|예요|을 정리합니다)?"
    r"|여기 있는 (?:책|논문|글)은 (?:모두|다) 읽(?:었습니다|음|은 것입니다))"
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|[。！？\n]\s*")
_NEGATED = re.compile(r"않은|안 읽은|未|没|不|아직")
_LONGEST = 1_000


def says_all_is_read(blocks: Sequence[Block]) -> bool:
    """Return whether a sentence above the first bullet or table says that all of a list is read."""
    above = takewhile(lambda block: not isinstance(block, Bullet | Table), blocks)
    return any(map(_says_so, _sentences(above)))


def _sentences(blocks: Iterator[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph) and not any(line.links for line in block.lines):
            text = " ".join(line.text.strip() for line in block.lines)
            yield from _SENTENCE_END.split(text[:_LONGEST])


def _says_so(sentence: str) -> bool:
    told = sentence.strip(" .!。！*_")
    return _ALL_READ.fullmatch(told) is not None and not _NEGATED.search(told)
