"""Names of authors in Chinese, Japanese and Korean: `李明`, `阿·钦`, `マーチン・ロー`, `최호성`."""

import re

from recall.lazy_regex import lazy_regex

HAN_NAME = (
    r"[\u4e00-\u9fff]{2,4}|(?:[A-Z]\.)+[\u4e00-\u9fff]{2,8}"
    r"|[\u4e00-\u9fff]{1,6}(?:[·•\s][\u4e00-\u9fff]{1,6}){1,4}"
)
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾萧董潘袁蔡蒋余杜叶程魏苏吕丁"
    "卢姚沈钟姜崔谭陆汪廖贾邹熊孟秦邱侯尹薛段黎陶贺郝顾龚邵钱戴任"
)
_LONGEST_HAN = 3
"""Characters of a Chinese name with its surname."""

_KATAKANA = lazy_regex(r"[\u30a1-\u30ff]+(?:[・=＝][\u30a1-\u30ffA-Z.]+)+")

_HANGUL = r"[\uac00-\ud7a3]"
_KOREAN = lazy_regex(
    rf"{_HANGUL}{{2,4}}|(?:{_HANGUL}{{1,7}}|[A-Z]\.?)(?:[ -](?:{_HANGUL}{{1,6}}|[A-Z]\.?)){{1,3}}"
)
_OTHERS = lazy_regex(r"\s*(?:[등외](?:\s*\d+\s?[인명])?|공?저|지음|[옮엮]김|글)\Z")
"""What follows Korean authors: `and two others`, `written by`."""
_KOREAN_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방"
    "공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모"
)
_KOREAN_NAME = 3
"""Syllables of most Korean names."""
_GIVEN = (
    "로버트 존 마틴 데이비드 크리스 크리스티나 찰스 헨리 필립 켄트 톰 토마스 토머스 마이클 제임스"
    " 윌리엄 리처드 조지프 조셉 피터 폴 앤드류 앤드루 에릭 스티븐 스티브 조슈아 벤저민 다니엘"
    " 대니얼 브라이언 케빈 제이슨 매튜 앤 메리 사라 로라 알렉스 한스 조너선 조나단 빌 밥 팀 댄 짐"
    " 조지 에드워드"
)
"""Western given names as Korean writes them."""
_IN_HANGUL = frozenset(_GIVEN.split())


def korean_names(text: str) -> bool | None:
    """Return whether a text is usual names in Korean; None if it is no names, or has no Hangul."""
    names = [name.strip() for name in _OTHERS.sub("", text).split(",")]
    if not re.search(_HANGUL, text) or not all(map(_KOREAN.fullmatch, names)):
        return None
    return any(map(_is_usual_in_korean, names))


def _is_usual_in_korean(name: str) -> bool:
    own = len(name) == _KOREAN_NAME and name[0] in _KOREAN_SURNAMES
    return own or name.split(maxsplit=1)[0] in _IN_HANGUL


def is_usual_name(text: str) -> bool:
    """Return whether Chinese or Japanese text, as a name has it, is a usual name."""
    if "·" in text:
        return True
    return text[0] in _SURNAMES and len(text) <= _LONGEST_HAN


def is_katakana_name(text: str) -> bool:
    """Return whether a text is a foreign name in Japanese, with a dot between its parts."""
    return _KATAKANA.fullmatch(text) is not None
