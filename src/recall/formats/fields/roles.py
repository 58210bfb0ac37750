"""What the names of columns and fields mean, in the languages that people use.

A name is compared by its letters and digits alone: `Date Read`, `date_read` and `dateRead` are
one. Of several names with one role the first in the row counts for more.
"""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from recall.domain.library.resource import LinkRole

_ROWS: Final[Mapping[str, str]] = {
    "url": "url link href uri sourceurl originalurl originalarticleurl resolvedurl givenurl"
    " originurl pageurl linkurl articleurl documenturl bookmarkurl web webaddress address"
    " website links urls 链接 网址 連結 網址 地址 链接地址 lien adresse adresseurl enlace"
    " vinculo collegamento indirizzo ссылка адрес リンク アドレス 링크 주소",
    "title": "title fullname name websitetitle resolvedtitle giventitle documenttitle booktitle"
    " headline heading 标题 標題 名称 名稱 题目 书名 書名 文章 titre nom titel titulo título"
    " titolo nome nombre название заголовок タイトル 題名 書籍名 제목 이름",
    "labels": "tags tag labels label keywords topics documenttags bookshelves manualtags"
    " tagslist tagnames 标签 標籤 关键词 關鍵詞 étiquettes motsclés schlagwörter schlagworte"
    " etiquetas etichette теги метки タグ 태그",
    "path": "folder folders path directory 文件夹 文件夾 資料夾 目录 目錄 dossier ordner carpeta"
    " cartella pasta папка フォルダ フォルダー 폴더",
    "section": "section collection category categories list group topic subject 章节 章節 分类"
    " 分類 类别 類別 分组 catégorie rubrique kategorie categoría categoria категория раздел"
    " カテゴリ カテゴリー 분류",
    "state": "status state read isread archived isarchived archive done finished isfinished"
    " completed iscompleted location 状态 狀態 已读 已讀 读了吗 完成 是否已读 statut lu gelesen"
    " erledigt estado leido leído stato letto статус прочитано 状態 既読 読了 상태 읽음",
    "progress": "progress readingprogress readprogress readpercent percentread 进度 進度"
    " 阅读进度 fortschritt progreso avancement прогресс 進捗",
    "saved_on": "created createdat added addedat dateadded timeadded saveddate savedat datesaved"
    " date time timestamp savedon addedon created_time importdate 添加时间 添加日期 收藏时间"
    " 创建时间 保存时间 日期 时间 時間 ajoutéle hinzugefügt datum fecha data дата добавлено"
    " 追加日 作成日 추가일",
    "read_on": "dateread readon readat readdate finishedon finishedat datefinished enddate"
    " completedon completedat archivedat lastdateread 读完日期 读完时间 阅读日期 已读日期"
    " 讀完日期 lule gelesenam fechadelectura прочитанодата 読了日 읽은날",
    "begun_on": "datestarted startedat startedon startdate started begunon datebegun 开始日期"
    " 开始阅读 开始时间 début begonnenam iniciado начато 読み始め",
    "note": "note notes comment comments mynotes privatenotes privatenote documentnote myreview"
    " review annotation 备注 備註 笔记 筆記 评论 評論 心得 想法 remarque remarques commentaire"
    " notiz notizen bemerkung kommentar nota notas comentario заметка заметки комментарий メモ"
    " ノート 메모",
    "description": "description excerpt summary selection extended abstract abstractnote"
    " subtitle about 描述 摘要 简介 簡介 说明 說明 résumé beschreibung zusammenfassung"
    " descripción resumen descrizione описание 説明 概要 설명",
    "author": "author authors by creator creators byline writer additionalauthors speaker 作者"
    " 讲者 auteur auteurs autor autoren autores autore автор авторы 著者 저자",
    "minutes": "minutes mins readingtime readtime estimatedreadingtime timetoread minutestoread"
    " 分钟 分鐘 阅读时间 minuten minutos minuti минуты",
    "duration": "duration length runtime 时长 時長 durée dauer duración durata длительность",
    "pages": "pages numberofpages pagecount numpages 页数 頁數 seiten páginas страниц ページ数",
    "kind": "kind type itemtype doctype resourcetype format mediatype 类型 類型 typ tipo тип"
    " 種類 종류",
    "language": "language lang languages 语言 語言 langue sprache idioma lingua язык 言語 언어",
    "paper": "paper pdf paperurl paperlink pdfurl arxiv doi 论文 論文 论文链接",
    "video": "video videourl videolink youtube recording 视频 視頻 录像",
    "slides": "slides slidesurl 幻灯片 讲义",
    "code": "code codeurl codelink repo repository repourl github githuburl implementation"
    " source 代码 代碼 源码",
    "discussion": "discussion discussionurl hnurl commentsurl hackernews reddit 讨论",
    "": "id cover favorite starred isstarred highlights seen thumbnail image favicon isbn isbn13",
}

FURTHER: Final[tuple[LinkRole, ...]] = ("paper", "video", "slides", "code", "discussion")
"""Roles of links that can be the work if there is no better link, the best first."""

NOT_USED: Final = ""
"""The role of a name that is known, and says nothing that recall keeps."""


def _by_name() -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for role, names in _ROWS.items():
        for rank, name in enumerate(names.split()):
            found.setdefault(plain_name(name), (role, rank))
    return found


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """Return the letters and digits of a name, in lower case and of one width."""
    folded = unicodedata.normalize("NFKC", name[:200]).casefold()
    return "".join(filter(str.isalnum, folded))


ROLES: Final[Mapping[str, tuple[str, int]]] = _by_name()
"""The role of each plain name, and its rank among those with this role, 0 first."""
