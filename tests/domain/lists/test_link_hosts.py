"""What a link is by its address."""

import pytest

from recall.domain.library.resource import LinkRole
from recall.domain.lists.link_hosts import (
    is_chat,
    is_front_page,
    is_home,
    is_name_of_its_part,
    is_name_of_its_repository,
    is_name_of_its_site,
    is_owner_of_projects,
    is_person,
    role_of_url,
)


@pytest.mark.parametrize(
    ("url", "role"),
    [
        ("https://github.com/ann", "person"),
        ("https://github.com/ann/", "person"),
        ("https://github.com/sponsors/ann", "person"),
        ("https://www.github.com/ann?tab=repositories", "person"),
        ("https://github.com/topics", "page"),
        ("https://gist.github.com/1281611", "page"),
        ("https://gist.github.com/ann", "person"),
        ("https://scholar.google.com/citations?view_op=view_citation&user=a", "page"),
        ("https://github.github.com/gfm/", "page"),
        ("https://juejin.cn/user/782508/posts", "person"),
        ("https://juejin.cn/post/782508", "page"),
        ("https://www.jianshu.com/u/739b677928f7", "person"),
        ("https://www.jianshu.com/p/739b677928f7", "page"),
        ("https://github.com/ann/work", "code"),
        ("https://github.com/ann/paper/issues/3", "discussion"),
        ("https://github.com/ann/paper/issues", "discussion"),
        ("https://twitter.com/ann", "person"),
        ("https://x.com/ann/status/1", "discussion"),
        ("https://mastodon.social/@ann", "person"),
        ("https://medium.com/@ann", "page"),
        ("https://www.youtube.com/@ann", "page"),
        ("https://www.linkedin.com/in/ann-lee", "person"),
        ("https://www.zhihu.com/people/ann", "person"),
        ("https://leetcode-cn.com/u/ann/", "person"),
        ("https://book.douban.com/people/ann/wish", "person"),
        ("https://book.douban.com/subject/123/", "page"),
        ("https://bookmeter.com/users/123", "person"),
        ("https://booklog.jp/users/ann", "person"),
        ("https://www.goodreads.com/review/list/123-ann", "person"),
        ("https://scholar.google.com/citations?user=x", "person"),
        ("https://bsky.app/profile/ann.dev", "person"),
        ("https://discord.gg/x", "discussion"),
        ("https://join.slack.com/t/x", "discussion"),
        ("https://trees.slack.com", "discussion"),
        ("https://scholar.google.co.uk/citations?user=a", "person"),
        ("https://t.zsxq.com/abc", "discussion"),
        ("https://education.github.com/pack", "page"),
        ("https://t.me/x", "discussion"),
        ("https://news.ycombinator.com/item?id=1", "discussion"),
        ("https://old.reddit.com/r/ml/comments/1/x", "discussion"),
        ("https://forum.ex.com/t/1", "discussion"),
        ("https://arxiv.org/abs/1", "paper"),
        ("https://youtu.be/x", "video"),
        ("https://www.youtube.com/playlist?list=x", "video"),
        ("https://www.facebook.com/ann", "person"),
        ("https://www.facebook.com/publications", "page"),
        ("https://research.facebook.com/publications/", "page"),
        ("https://ex.com/x", "page"),
        ("www.ex.com/x", "page"),
        ("http://[", "page"),
        ("", "page"),
    ],
)
def test_an_address_tells_what_it_leads_to(url: str, role: LinkRole) -> None:
    assert role_of_url(url) == role
    assert is_person(url) == (role == "person")


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://discord.gg/x", True),
        ("https://www.linkedin.com/groups/12345/", True),
        ("https://groups.google.com/g/trees", True),
        ("https://groups.google.com/g/trees/c/Ab1", False),
        ("https://signal.group/#Ab1", True),
        ("http://live.bilibili.com/12345", True),
        ("https://calendar.google.com/calendar/embed?src=a", True),
        ("https://gitter.im/a/b", True),
        ("https://github.com/a/b/issues", True),
        ("https://github.com/a/b/issues/1", False),
        ("https://news.ycombinator.com/item?id=1", False),
        ("https://t.me/s/channel", False),
        ("https://docs.google.com/forms/d/e/1F/viewform?c=0", True),
        ("https://docs.google.com/document/d/1F/edit", False),
        ("https://forms.gle/x", True),
        ("https://docs.qq.com/form/page/DUm", True),
        ("https://docs.qq.com/doc/DUm", False),
        ("https://jinshuju.net/f/Gx", True),
    ],
)
def test_a_chat_is_told_from_a_discussion(url: str, told: bool) -> None:
    assert is_chat(url) is told


@pytest.mark.parametrize(
    ("text", "url", "told"),
    [
        ("arxiv.org", "https://arxiv.org/abs/1", True),
        ("Goodreads", "https://www.goodreads.com/book/1", True),
        ("Read the Docs", "https://readthedocs.org", True),
        ("Papers With Code", "https://paperswithcode.com/", True),
        ("Some Site", "https://some-site.io/x", True),
        ("com", "https://ex.com/x", False),
        ("Example", "https://ex.com/x", False),
        ("A Longer Title of a Page", "https://ex.com/x", False),
        ("", "https://ex.com/x", False),
        ("x", "", False),
    ],
)
def test_a_text_may_be_the_name_of_its_site(text: str, url: str, told: bool) -> None:
    assert is_name_of_its_site(text, url) is told


@pytest.mark.parametrize(
    ("text", "url", "told"),
    [
        ("work", "https://github.com/ann/work", True),
        ("ann/paper", "https://github.com/ann/paper/tree/main", True),
        ("[Fine Work]", "https://github.com/ann/fine-work.git", True),
        ("github.com/ann/work", "https://github.com/ann/work", True),
        ("A Title", "https://github.com/ann/work", False),
        ("ann", "https://github.com/ann", False),
        ("work", "https://ex.com/ann/work", False),
    ],
)
def test_a_text_may_be_the_name_of_its_repository(text: str, url: str, told: bool) -> None:
    assert is_name_of_its_repository(text, url) is told


def test_a_site_as_a_whole_has_no_path() -> None:
    assert is_front_page("https://ex.com")
    assert is_front_page("https://ex.com/")
    assert not is_front_page("https://ex.com/x")


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://github.com/ann", True),
        ("https://gitlab.com/ann/", True),
        ("https://github.com/sponsors/ann", False),
        ("https://github.com/ann/work", False),
        ("https://github.com/topics", False),
        ("https://x.com/ann", False),
    ],
)
def test_who_owns_code_has_a_page(url: str, told: bool) -> None:
    assert is_owner_of_projects(url) == told


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://ann.example/", True),
        ("https://uni.example/~ann/", True),
        ("https://uni.example/papers/1", False),
    ],
)
def test_a_home_is_a_site_or_the_part_of_a_person(url: str, told: bool) -> None:
    assert is_home(url) == told


@pytest.mark.parametrize(
    ("text", "url", "named"),
    [
        ("HuggingFace Blog", "https://huggingface.co/blog", True),
        ("[GitHub Docs]", "https://docs.github.com/", True),
        ("GitHub Docs", "https://docs.github.com/en/actions", False),
        ("arXiv page", "https://arxiv.org/abs/2401.00001", False),
        ("Kaggle", "https://www.kaggle.com/learn", False),
        ("Fine Blog", "https://huggingface.co/blog", False),
    ],
)
def test_a_text_may_name_a_part_of_a_site(text: str, url: str, *, named: bool) -> None:
    assert is_name_of_its_part(text, url) == named
