"""A list that is not in UTF-8 stays what it is; what its encoding cannot write is not written."""

from pathlib import Path

import pytest

from recall.usecases.context import Context
from testing.lists.synced import synced

LISTS = {
    "cp1252": "## Café\n\n- [ ] [Le thé de la maison et les amis](https://example.org/1)\n",
    "gb18030": "## 论文\n\n- [ ] [从零开始实现的神经网络](https://example.org/1)\n",
    "utf-16": "## Papers\n\n- [ ] [One](https://example.org/1)\n",
    "utf-8-sig": "## Papers\n\n- [ ] [One](https://example.org/1)\n",
}


@pytest.mark.parametrize(("encoding", "text"), LISTS.items())
def test_an_encoding_stays_what_it_is(
    library: Context, tmp_path: Path, encoding: str, text: str
) -> None:
    pair = synced(library, tmp_path / "list.md", text.encode(encoding))
    section = text.split("\n", maxsplit=1)[0].removeprefix("## ")
    pair.read(text.split("[")[2].split("]", maxsplit=1)[0])
    pair.add("Two", (section,))
    pair.sync()
    after = text.replace("[ ]", "[x]") + "- [ ] [Two](https://example.org/Two)\n"
    assert pair.path.read_bytes() == after.encode(encoding)
    assert not pair.sync().changes


def test_what_the_encoding_lacks_is_told_and_the_rest_is_written(
    library: Context, tmp_path: Path
) -> None:
    pair = synced(library, tmp_path / "list.md", LISTS["cp1252"].encode("cp1252"))
    pair.add("日本", ("Café",))
    pair.add("Été", ("Café",))
    report = pair.sync()
    assert [(one.title, one.why) for one in report.file.failed] == [("日本", ("encoding",))]
    assert (
        pair.path.read_bytes().decode("cp1252").endswith("- [ ] [Été](https://example.org/Été)\n")
    )
