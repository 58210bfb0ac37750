"""What the heads of a table's columns say: title, author, code, status, 时长."""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from recall.domain.library.resource import LinkRole
from recall.domain.lists.link_words import pointer
from recall.lazy_regex import lazy_regex

ColumnRole = Literal[
    "title",
    "work",
    "works",
    "name",
    "author",
    "paper",
    "code",
    "video",
    "slides",
    "discussion",
    "link",
    "status",
    "duration",
    "rating",
    "note",
    "description",
    "labels",
    "read_on",
    "other",
    "unknown",
]
"""title, work and name are columns of titles, in this order. works holds several works in a cell;
other is known to be none of these."""

_WORDS: dict[ColumnRole, str] = {
    "title": (
        "title titles titel titre titulo titolo название заголовок 标题 標題 题目 題目 题名 篇名"
        " 书名 書名 片名 课程名 论文名 文章名 タイトル 제목"
    ),
    "author": (
        "author authors who by speaker speakers instructor instructors presenter presenters"
        " lecturer lecturers teacher teachers maintainer maintainers contributor contributors"
        " translator translators owner creator creators people person affiliation affiliations"
        " institution institute university company organization organisation team lab school"
        " host autor autora autores auteur auteurs autore autori ponente ponentes palestrante"
        " palestrantes profesor professor professores docente docentes dozent verfasser автор"
        " авторы 作者 讲师 講師 主讲 讲者 分享人 译者 老师"
        " 教师 机构 单位 学校 团队 公司 贡献者 维护者 著者 저자"
    ),
    "status": (
        "status done read finished complete completed progress watched state checked started"
        " estado situacao statut stand lido concluido leido visto hecho lu vu gelesen gesehen"
        " fertig erledigt letto статус"
        " прочитано просмотрено готово 已读 读过 看过 看完 读完 完成 状态 狀態 状態 情况 進捗 进度"
        " 進度 打卡 読了 既読 済 読んだ 완료 상태 읽음 진행 여부 진행여부 완료여부 진행상황"
    ),
    "duration": (
        "duration length time minutes minute mins min runtime hours hour dauer duree duracion"
        " duracao durata длительность время 时长 時長 用时 分钟 小时 時間 시간"
    ),
    "rating": (
        "rating rate score rank ranking difficulty priority importance recommendation bewertung"
        " оценка сложность 评分 評分 推荐 推荐度 推荐指数 难度 難度 重要性 优先级 星级"
    ),
    "note": (
        "note notes comment comments remark remarks thoughts takeaways opinion review notizen"
        " notas observacoes observaciones comentarios commentaires anmerkung anmerkungen remarques"
        " заметки комментарий 备注 備註 笔记 筆記 评论 感想 心得 想法 評価 メモ"
        " 메모"
    ),
    "description": (
        "description desc summary abstract about tldr details detail info highlights"
        " highlight idea contribution beschreibung descripcion descricao descrizione"
        " resume resumen resumo описание 简介 簡介 描述"
        " 说明 說明 摘要 介绍 概述 概要 要点 贡献 説明 설명"
    ),
    "labels": (
        "tag tags label labels category categories type genre area field fields keyword keywords"
        " theme kategorie categoria categorie категория теги 标签 標籤 分类 分類 类别 类型 领域"
        " 关键词 方向 任务"
    ),
    "slides": (
        "slide slides ppt pptx deck handout handouts poster folien слайды 课件 幻灯片 讲义 スライド"
    ),
    "video": (
        "video videos recording recordings youtube bilibili playlist vimeo видео 视频 視頻 录像"
        " 录播 回放 影片 動画 영상"
    ),
    "code": (
        "code codes github gitlab repo repos repository implementation implementations colab"
        " notebook notebooks codigo codice код 代码 代碼 源码 源代码 实现 仓库 コード 코드"
    ),
    "discussion": (
        "discussion discussions discord chat slack forum telegram reddit hn thread обсуждение"
        " 讨论 討論 交流 论坛"
    ),
    "paper": ("pdf pdfs arxiv doi preprint preprints openreview epub 原文 全文"),
    "link": (
        "link links url urls website websites site homepage page pages web demo dataset weights"
        " download downloads source sources where here find shop store library publisher ou trouver"
        " editeur verlag donde encontrar onde editorial editora bibliotheque enlace enlaces"
        " lien liens"
        " ссылка ссылки"
        " 链接 連結 鏈接 权重 网址 地址 官网 主页 网站 下载 来源 出处 传送门 リンク 링크"
    ),
    "work": (
        "paper papers article articles book books textbook textbooks course courses lecture"
        " lectures talk talks tutorial tutorials post posts blog blogs blogpost essay documentary"
        " movie podcast episode work works publication buch bucher libro libros livre livres livro"
        " livros ouvrage articulo articulos artigo artigos artikel palestra charla vortrag"
        " vorlesung"
        " kurs curso cours книга статья курс лекция 论文 論文 文章 书籍 书 图书 教材 课程 課程"
        " 讲座 内容 文献 教程 书目 本 記事 논문 책"
    ),
    "works": (
        "resource resources ressource ressources recurso recursos leitura lectura lekture"
        " reading readings material materials reference references required optional"
        " 资源 資源"
        " 阅读材料 阅读 参考资料 参考 拓展阅读"
    ),
    "name": (
        "name names what project projects model models method methods tool tools library framework"
        " algorithm entry item topic topics subject chapter session module unit lesson nombre nome"
        " nom"
        " imię имя тема 名称 名稱 名字 名 项目 模型 方法 工具 主题 专题 章节 课题 名前 이름 주제"
    ),
    "other": (
        "no number num nr id idx index week day date year month venue conference journal"
        " publisher published publish citations citation cited star stars license licence price"
        " cost format lang language languages free recorded supported support"
        " available availability isbn size version updated update added created count level"
        " platform edition public open official quiz quizzes homework homeworks hw assignment"
        " assignments exercise exercises due exam exams ano annee jahr anno fecha datum idioma"
        " langue"
        " sprache editora editorial editeur verlag 作业 作業 习题 習題 宿題 序号 编号"
        " 序號 日期 年份 年 月 时间 會議 会议 期刊 出版社 出版 语言 價格 价格 引用 引用数 免费 星标"
    ),
}
# Where a head has several words, the first of these roles that one of them has is its role.
_PRIORITY: tuple[ColumnRole, ...] = (
    "title",
    "other",
    "status",
    "duration",
    "author",
    "rating",
    "labels",
    "description",
    "note",
    "slides",
    "video",
    "code",
    "discussion",
    "paper",
    "link",
    "works",
    "work",
    "name",
)
_PHRASES: dict[str, ColumnRole] = {
    **dict.fromkeys(("why", "why read", "why read it", "why read this", "推荐理由"), "note"),
    **dict.fromkeys(("takeaway", "takeaways", "评价", "評價", "感想"), "note"),
    **dict.fromkeys(("tl dr", "tl;dr", "what it covers", "what it is", "用途"), "description"),
    **dict.fromkeys(("discussion lead", "报告人", "分享人", "主持人"), "author"),
    **dict.fromkeys(("pages", "页数", "頁數"), "other"),
    "kind": "labels",
    "started on": "other",
    "date started": "other",
    "start date": "other",
    "开始日期": "other",
    "开始时间": "other",
    **dict.fromkeys(("read on", "date read", "read date", "when read", "finished on"), "read_on"),
    **dict.fromkeys(("date finished", "finish date", "date completed", "completed on"), "read_on"),
    **dict.fromkeys(("completion date", "end date", "watched on", "date watched"), "read_on"),
    **dict.fromkeys(("阅读日期", "完成日期", "读完日期", "结束日期", "已读日期"), "read_on"),
    **dict.fromkeys(("阅读时间", "完成时间", "结束时间", "读完时间"), "read_on"),
    **dict.fromkeys(("読了日", "読み終えた日", "완독일", "읽은 날", "읽은 날짜"), "read_on"),
    **dict.fromkeys(("lu le", "gelesen am", "beendet am", "letto il", "lido em"), "read_on"),
    **dict.fromkeys(("leido el", "fecha de lectura", "date de lecture"), "read_on"),
    "reading": "status",
    "reading status": "status",
    "to read": "status",
    "是否完成": "status",
    "是否已读": "status",
    "是否阅读": "status",
    "read time": "duration",
    "reading time": "duration",
    "论文链接": "paper",
    "论文地址": "paper",
    "paper link": "paper",
    "paper url": "paper",
    "paper and code": "link",
    "papers and code": "link",
    "project page": "link",
    "open source": "other",
    "source code": "code",
    "课程名称": "title",
    "中文版": "link",
    "英文版": "link",
    "译文": "link",
    "翻译": "link",
    "translation": "link",
    "论文名称": "title",
    "blog post": "work",
}
_OF_SIGNS: dict[LinkRole, ColumnRole] = {
    "paper": "paper",
    "code": "code",
    "video": "video",
    "slides": "slides",
    "discussion": "discussion",
}
_READ_SIGNS = frozenset("✅☑✔✓√")
_BRACKETED = lazy_regex(r"[(（\[][^()（）\[\]]*[)）\]]")
_LONGEST = 40
_LONGEST_WORD = 8


@lru_cache(maxsize=256)
def role_of_head(text: str) -> ColumnRole:
    """Return what the head of a column says of it; unknown if nothing."""
    if text.replace("\ufe0f", "").strip() in _READ_SIGNS:
        return "status"
    if says_nothing(text):
        sign = _OF_SIGNS.get(pointer(text) or "page")
        return sign or "unknown"
    head = _folded(_BRACKETED.sub(" ", text[:200]))
    if len(head) > _LONGEST:
        return "unknown"
    if head in _PHRASES:
        return _PHRASES[head]
    first, slash, _ = text.partition("/")
    if slash and (role := role_of_head(first)) in {"title", "work", "name"}:
        return role  # `Course/School`
    roles = {role for word in head.split() for role in _roles_of(word)}
    found = next((role for role in _PRIORITY if role in roles), None)
    return found or _OF_SIGNS.get(pointer(text) or "page", "unknown")


def says_nothing(text: str) -> bool:
    """Return whether a head is empty or a sign, such as `#` or `✅`."""
    return not _folded(text)


def counts_hours(text: str) -> bool:
    """Return whether a head says that the numbers below it are hours."""
    return bool({"hours", "hour", "小时", "時間"} & set(re.split(r"[\W_]+", text.casefold())))


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text).lower()
    letters = (sign if sign.isalpha() else " " for sign in apart if not unicodedata.combining(sign))
    return " ".join(unicodedata.normalize("NFC", "".join(letters)).replace("&", " and ").split())


def _roles_of(word: str) -> set[ColumnRole]:
    """Return the roles of a word; in Chinese, those of the words in it."""
    table = _table()
    if word in table or word.isascii():
        return {table[word]} if word in table else set()
    roles: set[ColumnRole] = set()
    at = 0
    while at < len(word):
        ends = range(min(len(word), at + _LONGEST_WORD), at, -1)
        end = next((end for end in ends if word[at:end] in table), None)
        if end is not None and not word[at:end].isascii():
            roles.add(table[word[at:end]])
        at = end or at + 1
    return roles


@lru_cache(maxsize=1)
def _table() -> dict[str, ColumnRole]:
    return {word: role for role, words in _WORDS.items() for word in _folded(words).split()}
