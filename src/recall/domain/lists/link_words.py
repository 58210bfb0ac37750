"""The words of link texts that only name what a link leads to: `pdf`, `code`, `视频`, `слайды`.

A pointer consists of these words alone (`Project page`, `[code & data]`). Some words are pointers
only beside a title, because they are titles as well: `Notes`, `NeurIPS 2020`.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from recall.domain.library.resource import LinkRole

_IDENTIFIER = re.compile(r"(?i)[\[(]?(?:doi|arxiv|pmid|isbn|hal)[:\s]\s*\S*\d\S*")
_NAMED_PREPRINT = re.compile(r"(?i)\S{1,30} arxiv:\d{4}\.\d{4,5}")
"""The number of a preprint after what it is called in short: `GPipe arXiv:1811.06965`."""
_SIZED = re.compile(r"(?i)\W*(?:pdf|epub|mobi|html|djvu|mp3|mp4|ps)\W*\d[\d.,]*\s?[kmg]i?b\W*")
"""A format with its size: `PDF · 1.9 MB`."""
_LINK_TO = re.compile(
    r"(?i)links? (?:for|of|to) |[A-Z]{2,5} link\Z|\w+ translation\Z"
    r"|(?:get|find|buy|order) it (?:@|at|on|in|from) ?[^\s.]{2,20}\Z"
    r"|e-?book (?:@|at|in) .{2,30} library\Z"
)
"""`[Link to the paper of Lee](…)`, `[ADS link](…)`, `[Get it @ Duke](…)` beside a title."""
_TERM = re.compile(r"(?i)\b(?:spring|summer|fall|autumn|winter)\s+(?:19|20)\d\d\b")
_NAME = re.compile(r"The(?: [A-Z][a-z]+){2,5}")
_QUALIFIED = re.compile(r"(?<=[^\W_])(?:\s?[(（][^()（）]{1,20}[)）]|\svia\s\S.{0,30}\Z)")
"""What follows a word in brackets, or says where it is: `code (PyTorch)`, `book via a shop`."""

_CODE = re.compile(r":([a-z0-9_+-]{2,40}):")
_PLACEHOLDER = re.compile(r"\$\w{1,30}|\$?\{\{?[\w .-]{1,30}\}\}?")
"""What a program was to replace by a title: `$LINK`, `{{ title }}`."""

_WRITTEN = re.compile(
    r"(?i)\b(?:translations?|notes?|blog(?:post)?|review|summary|faq|errata)\b"
    r"|[翻中]译|翻譯|译文|笔记|筆記|博客|书评|摘要|总结|перевод|конспект"
)
_LATIN = re.compile("[a-z]+")
_LONGEST = 80
"""Characters; a longer text is no pointer."""

_WORDS: dict[LinkRole, str] = {
    "slides": (
        "slide slides ppt ppts pptx keynote deck slidedeck slidedecks handout"
        " handouts poster presentation diapositivas transparencias diapos diaporama"
        " folien prasentation apresentacao presentazione слайды презентация 课件 幻灯片 幻灯"
        " 投影片 簡報 讲义 講義 スライド 슬라이드 발표자료"
    ),
    "video": (
        "video videos vid vids playlist youtube yt bilibili vimeo talk talks recording recordings"
        " recorded watch regarder guarda screencast webinar aufzeichnung aufnahme vortrag charla"
        " видео запись лекция ролик"
        " 视频 視頻 影片 录像 錄影 录播 回放 哔哩哔哩 動画 ビデオ 영상 동영상 비디오"
    ),
    "code": (
        "code codes github gitlab gitee bitbucket repo repos repository source sources src"
        " implementation impl notebook notebooks colab kaggle official codigo repositorio fuente"
        " depot quelltext quellcode codice sorgente kod код исходники исходник репозиторий 代码"
        " 代碼 开源 開源 源码 源碼 源代码 程式碼 原始碼 程序 仓库 倉庫 实现 コード 実装 ソース"
        " ソースコード 코드 소스 깃허브"
    ),
    "discussion": (
        "discussion discussions discuss hn hackernews hacker reddit lobsters forum forums thread"
        " threads comments comment tweet twitter chat discord slack gitter telegram discusion"
        " foro diskussion kommentare discussione обсуждение форум чат комментарии 讨论 討論 论坛"
        " 論壇 评论 評論 交流 推特 議論 コメント 토론 댓글"
    ),
    "paper": (
        "pdf pdfs paper papers arxiv preprint preprints doi abs abstract openreview biorxiv"
        " medrxiv ssrn whitepaper manuscript publication proceedings epub mobi djvu articulo"
        " papier artigo articolo artikel aufsatz статья препринт 论文 論文 原论文 预印本 文献 논문"
    ),
    "page": (
        "a alt an and article at badge bibtex blog blogs blogpost build by click cn com data"
        " dataset datasets demo demos doc docs documentation download downloads en external for"
        " from full here home homepage html http https huggingface image img in is it label"
        " license link links listen mirror more of on online open or org original page pages"
        " paperswithcode paperwithcode post posts"
        " project published publisher publishers al read s see site star stars status supp"
        " supplement supplementary"
        " supplemental text the this to url version view visit web webpage website wechat www"
        " zhihu enlace enlaces sitio pagina aqui ver leer lien liens ici lire"
        " ecouter telecharger consulter descargar escuchar anhoren herunterladen ascolta scarica"
        " trouver sur voir na auf ansehen anschauen et und disponible seite webseite webseiten hier"
        " quelle quellen originalquelle fonte fuente источник 出处 出處 来源 來源"
        " free main reference references ref refs via"
        " order amazon jstor bei bestellen einzelband paket заказать"
        " resena resenas resenha resenhas rezension"
        " buy purchase kaufen acheter comprar acquista купить скачать 购买 購入 구매 資料 资料"
        " lesen weiterlesen ligacao ler sito qui leggi ссылка ссылки сайт тут здесь обзор читать"
        " страница на перевод 链接 鏈接 連結 连结 地址 官网 官網 官方 网站 網站 网页 網頁 页面 网址"
        " 網址 主页 主頁 首页 项目 專案 对应 對應 点击 點擊 点我 这里 這裡 此处 这篇 详见 参见"
        " 参考 参阅 见 看 原文 原 译文 翻译 翻譯 中文 英文 中 英 版 下载 下載 文档 文檔 知乎 微信"
        " 公众号 公眾號 博客 部落格 文章 地 和 与 與 及 或 的 在 也 阅读 閱讀 观看 觀看 查看"
        " 查阅 全文 传送门 戳 页 頁 页面"
        " 打开 更多 图片 图 数据集 数据 上 下 リンク サイト ページ 公式 を 読む"
        " 見る 記事 ブログ こちら ここ"
        " 搬运 在线 在線 线上 線上 电子 電子 备用 備用 镜像 鏡像 zh ja jp ko ru"
        " 링크 참고 자료 출처 사이트 홈페이지 블로그 여기 글 원문 바로가기 보기 노션 강의 강의실"
        " 페이지 웹사이트 웹페이지"
    ),
}
_BESIDE_A_TITLE: dict[LinkRole, str] = {
    "video": "playlist playlists",
    "code": ("pytorch tensorflow tf jax keras torch mxnet matlab paddle caffe"),
    "paper": (
        "acl naacl eacl emnlp coling cvpr iccv eccv wacv neurips nips icml iclr aaai ijcai kdd"
        " sigir wsdm cikm uai aistats jmlr tmlr tacl pmlr mlr ieee acm springer elsevier"
        " sciencedirect cvf usenix osdi sosp nsdi atc mlsys vldb sigmod icde icra iros corl rss"
        " miccai interspeech icassp siggraph chi colm nature science pnas wiley researchgate"
        " pmc thesis report technical tech 硕士 博士 学位 석사 박사 학위"
    ),
    "page": (
        "al en traduccion traduction traducao traduzione ubersetzung francaise deutsche"
        " executive annotated cert certificate certificates 证书 證書 carpeta pasta ordner dossier"
        " directory directories faq faqs folder gitbook list lists notion"
        " resumen resumo riassunto zusammenfassung конспект"
        " lecture lectures class long short"
        " figures figure tables images photos screenshots examples samples"
        " recent latest new newer"
        " session notes note review reviews summary errata appendix exercises exercise solutions"
        " solution tutorial tutorials translation book textbook syllabus schedule calendar old"
        " past assignment assignments homework homeworks hw lab labs projects exam exams quiz"
        " quizzes problem problems psets recitations readings course material materials"
        " personal my accompanying additional bonus companion extra extras resource resources"
        " weights"
        " model models card cards checkpoint"
        " checkpoints leaderboard benchmark visualization transcript podcast audio mp3"
        " interview author wikipedia wiki goodreads"
        " amazon medium substack readme english chinese japanese korean french german spanish"
        " russian portuguese italian archive archived live playground app tool tools explained"
        " explanation related 作者 我的 课程 課程 教程 书 书籍 电子书 大纲 报告 解读 解讀 笔记 筆記"
        " 精读 讲解 講解 总结 解析 导读 答案 习题 作业 豆瓣 中文版 英文版 译本 简介 模型 权重"
        " 介绍 书评 影评 试读 读书 微信读书 京东 当当 淘宝 天猫 亚马逊 知识点 梳理"
        " 专栏 推荐 推薦 书单 公开课 教材 字幕 汇总 练习 练习题 基础 入门 知识 出版社 译本"
        " judgment judgement ruling opinion サポート"
        " horbuch horspiel leseprobe audiobook audiobooks audiolibro audiolibros audiolibri"
        " audiolivre luisterboek ljudbok lydbok lydbog аудиокнига 有声书 有聲書 有声 听书"
        " オーディオブック サンプル 正誤表 書評 試し読み 特設 訳 오디오북 예제 정오표 서평 미리보기"
        " 교보문고 알라딘 리디북스 アマゾン 楽天 紀伊國屋 紀伊國屋書店 ブクログ 読書メーター"
        " 译 譯 中译 英译 配套 随书 勘误 官译 tekst strona recenzja"
        " google drive dropbox hardcover paperback ebook kindle"
        " 日本語 한국어 русский español français deutsch 解説 メモ 리뷰 정리 요약 번역"
    ),
}
_SIGNS: dict[str, LinkRole] = {
    **dict.fromkeys("📄📃📝📑📜📰", "paper"),
    **dict.fromkeys("💻🐙👾⌨🐱", "code"),
    **dict.fromkeys("🎥📺📹▶🎬🎞📽", "video"),
    **dict.fromkeys("📊🖼", "slides"),
    **dict.fromkeys("💬🗨🗣", "discussion"),
}
_CODES: dict[str, LinkRole] = {
    **dict.fromkeys(("page_facing_up", "page_with_curl", "memo", "scroll", "newspaper"), "paper"),
    **dict.fromkeys(("computer", "octocat", "keyboard", "floppy_disk"), "code"),
    **dict.fromkeys(("movie_camera", "tv", "video_camera", "clapper", "arrow_forward"), "video"),
    "bar_chart": "slides",
    "speech_balloon": "discussion",
}
_PRIORITY: tuple[LinkRole, ...] = ("slides", "video", "code", "discussion", "paper", "page")


@lru_cache(maxsize=4096)  # asked several times of one link, and lists repeat few labels
def pointer(text: str, *, beside_a_title: bool = False) -> LinkRole | None:
    """Return what a link text points to; None if it says more than that.

    A text without any words, such as `👉` or `[1]`, is a pointer to a page.
    """
    if len(text) > _LONGEST:
        return None
    if role := _by_form(text, beside_a_title=beside_a_title):
        return role
    if beside_a_title and _is_name(text):
        return None
    text = _QUALIFIED.sub("", _TERM.sub(" ", text)) if beside_a_title else text
    known = _beside() if beside_a_title else _alone()
    for word in text.lower().split():
        if word not in known and word.isascii() and word.isalpha():
            return None  # the usual case, at a tenth of the time
    shown, coded = _without_codes(_folded(text).replace("b站", "哔哩哔哩"))
    roles = coded if shown.isascii() else {_SIGNS[sign] for sign in shown if sign in _SIGNS} | coded
    for word in _words(shown):
        found = _roles_of(word, known)
        if not found:
            return None
        roles |= found
    return next((role for role in _PRIORITY if role in roles), "page")


def _by_form(text: str, *, beside_a_title: bool) -> LinkRole | None:
    """Return what a text points to that no list of words needs to know: `arXiv:1811.06965`."""
    if any(form.fullmatch(text) for form in (_IDENTIFIER, _SIZED)):
        return "paper"
    if beside_a_title and _NAMED_PREPRINT.fullmatch(text):
        return "paper"
    to_page = _PLACEHOLDER.fullmatch(text.strip(" []")) or (beside_a_title and _LINK_TO.match(text))
    return "page" if to_page else None


def _is_name(text: str) -> bool:
    """Return whether pointers are a title: `The Discussion Book`, but not `The Project Page`."""
    named = text.startswith("The ") and _NAME.fullmatch(text) is not None
    return named and text.rpartition(" ")[2].lower() not in _alone()


def _folded(text: str) -> str:
    """Return text in lower case, without accents, dots and the like."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text).lower()
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", bare)


def _without_codes(text: str) -> tuple[str, set[LinkRole]]:
    """Remove emoji codes such as `:tv:`, and return what they point to."""
    if ":" not in text:
        return text, set()
    roles = {_CODES[code[1]] for code in _CODE.finditer(text) if code[1] in _CODES}
    return _CODE.sub(" ", text), roles


def names_text(label: str) -> bool:
    """Return whether a pointer names something to read, also in a repository: `中文翻译`."""
    return _WRITTEN.search(label) is not None


def _words(text: str) -> Iterator[str]:
    """Yield runs of letters of one script; other signs say nothing."""
    if text.isascii():
        for found in _LATIN.finditer(text):
            yield found.group()
        return
    for script, letters in groupby(text, _script):
        if script:
            yield "".join(letters)


def _script(letter: str) -> str:
    if "a" <= letter <= "z":
        return "Latin"
    return "other" if letter.isalpha() else ""


def _roles_of(word: str, known: dict[str, LinkRole]) -> set[LinkRole]:
    """Return the roles that a word names; a run of Chinese may be several words."""
    if word in known:
        return {known[word]}
    if "a" <= word[0] <= "z":
        return set()
    roles: set[LinkRole] = set()
    at = 0
    while at < len(word):
        ends = range(min(len(word), at + _LONGEST_WORD), at, -1)
        end = next((end for end in ends if word[at:end] in known), None)
        if end is None:
            return set()
        roles.add(known[word[at:end]])
        at = end
    return roles


_LONGEST_WORD = 8


@lru_cache(maxsize=1)
def _alone() -> dict[str, LinkRole]:
    return _table(_WORDS)


@lru_cache(maxsize=1)
def _beside() -> dict[str, LinkRole]:
    return _table(_BESIDE_A_TITLE) | _alone()


def _table(words: dict[LinkRole, str]) -> dict[str, LinkRole]:
    return {word: role for role, some in words.items() for word in _folded(some).split()}
