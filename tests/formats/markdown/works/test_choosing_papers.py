"""Which link of a line is the work, where papers and code stand beside each other."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.marked_links import told, written

CASES = [
    ("- Fine nets on trees [석사학위](PAPER)", ["Fine nets on trees > PAPER"]),
    (
        "- A Fine Paper. [[pdf]](PAPER) [[fine-repo]](REPO)",
        ["A Fine Paper > PAPER | code fine-repo REPO"],
    ),
    (
        "- A Fine Paper. [pdf](PAPER) [fine-repo](REPO)",
        ["A Fine Paper > PAPER | code fine-repo REPO"],
    ),
    (
        "- A Fine Paper [fine-repo](REPO) [[pdf]](PAPER)",
        ["A Fine Paper > PAPER | code fine-repo REPO"],
    ),
    (
        "- A Fine Paper. [[fine-repo]](REPO)",
        ["A Fine Paper > REPO"],
    ),
    # What is to be read in a repository is no code.
    (
        "- A Fine Paper [pdf](PAPER) [译文](REPO) [Tweet](https://twitter.com/intent/tweet?text=x)",
        ["A Fine Paper > PAPER | page 译文 REPO"],
    ),
    (
        "- A Fine Paper ([arXiv](PAPER), [code](REPO))",
        ["A Fine Paper > PAPER | code code REPO"],
    ),
    (
        "- **A Fine Paper** [[Paper](PAPER)] [[Code](REPO)] [[Project](PAGE)]",
        ["A Fine Paper > PAPER | code Code REPO | page Project PAGE"],
    ),
    (
        "* [2023/05] **A Fine Paper** [[Paper]](PAPER)",
        ["A Fine Paper > PAPER"],
    ),
    (
        "* [2023/05] **A Fine Paper** | [[Project Page]](PAGE) [[Paper]](PAPER) [[Code]](REPO)",
        ["A Fine Paper > PAPER | page Project Page PAGE | code Code REPO"],
    ),
    (
        "- [A Fine Paper](PAPER). Ann Lee, Bob Ray. *CVPR 2020*. [[code]](REPO)",
        ["A Fine Paper > PAPER | code code REPO"],
    ),
    (
        "- [A Fine Paper](PAPER) [fine-repo](REPO)",
        ["A Fine Paper > PAPER | code fine-repo REPO"],
    ),
    (
        "- [A Fine Paper](PAPER), [fine-repo](REPO)",
        ["A Fine Paper > PAPER | code fine-repo REPO"],
    ),
    (
        "- [A Fine Paper](PAPER) ([code](REPO), [video](VIDEO), [slides](SLIDES))",
        ["A Fine Paper > PAPER | code code REPO | video video VIDEO | slides slides SLIDES"],
    ),
    (
        "- [fine-repo](REPO) - A library for fine things. [[paper]](PAPER)",
        ["fine-repo > REPO | paper paper PAPER"],
    ),
    (
        "- [fine-repo](REPO): based on [A Fine Paper](PAPER)",
        ["fine-repo > REPO | paper A Fine Paper PAPER"],
    ),
    (
        "- [vLLM](REPO) - Fast serving, see [PagedAttention](PAPER) and [another blog post](PAGE).",
        ["vLLM > REPO | paper PagedAttention PAPER | page another blog post PAGE"],
    ),
    (
        "- [pdf](PAPER) - A Fine Paper",
        ["A Fine Paper > PAPER"],
    ),
    (
        "- [📄](PAPER) [💻](REPO) A Fine Paper",
        ["A Fine Paper > PAPER | code 💻 REPO"],
    ),
    (
        "- A Fine Paper [:page_facing_up:](PAPER) [:octocat:](REPO)",
        ["A Fine Paper > PAPER | code :octocat: REPO"],
    ),
    (
        "- Vaswani et al. [Attention is all you need](PAPER). NeurIPS 2017.",
        ["Attention is all you need > PAPER"],
    ),
    (
        "- 【ACL 2021】注意力是你所需要的一切 [[论文]](PAPER) [[代码]](REPO)",
        ["注意力是你所需要的一切 > PAPER | code 代码 REPO"],
    ),
    (
        "- **标题很好** - 作者 - [PDF](PAPER)",
        ["标题很好 > PAPER"],
    ),
    (
        "- A Fine Paper: PAPER code: REPO",
        ["A Fine Paper > PAPER | code  REPO"],
    ),
    (
        "- [A Fine Paper](PAPER) ![stars](https://img.shields.io/x)",
        ["A Fine Paper > PAPER"],
    ),
    (
        "- A Fine Paper [![arXiv](https://img.shields.io/a)](PAPER)"
        " [![Star](https://img.shields.io/b)](REPO)",
        ["A Fine Paper > PAPER | code Star REPO"],
    ),
    (
        "- [A Fine Paper](PAPER), Ann Lee, [Stanford University](https://stanford.edu)",
        ["A Fine Paper > PAPER | page Stanford University https://stanford.edu"],
    ),
    (
        "- [A Fine Paper](PAPER) - [Code](REPO) - [Video](VIDEO)",
        ["A Fine Paper > PAPER | code Code REPO | video Video VIDEO"],
    ),
    (
        '- [Code](REPO) for "A Fine Paper" ([pdf](PAPER))',
        ["A Fine Paper > PAPER | code Code REPO"],
    ),
    (
        "- A Fine Paper, *Ann Lee, Bob Ray*, CVPR 2020, [pdf](PAPER)",
        ["A Fine Paper > PAPER"],
    ),
    (
        "### [A Fine Paper](PAPER) [[code]](REPO)",
        ["A Fine Paper > PAPER | code code REPO"],
    ),
    (
        "- **RAG** - *Retrieval for Tasks of Knowledge* - [arXiv:2005.11401](PAPER)",
        ["RAG - Retrieval for Tasks of Knowledge > PAPER"],
    ),
    (
        "- *A Fine Paper*, Hamilton et al., NIPS 2017. [[pdf](PAPER)] [[FineCode](REPO)]",
        ["A Fine Paper > PAPER | code FineCode REPO"],
    ),
    (
        "- (**GIN**) How Powerful are Nets? [[Paper](PAPER)] [[Official Code (PyTorch)](REPO)]",
        ["How Powerful are Nets? > PAPER | code Official Code (PyTorch) REPO"],
    ),
    (
        "- `NeurIPS'22` **A Fine Recipe for Nets** [PDF](PAPER), [CODE](REPO)",
        ["A Fine Recipe for Nets > PAPER | code CODE REPO"],
    ),
    (
        "- Haystack | [repo](REPO) | [docs](PAGE)",
        ["Haystack > REPO | page docs PAGE"],
    ),
    (
        "- [[Paper](PAPER)] Title of the paper",
        ["Title of the paper > PAPER"],
    ),
    (
        "- Title of paper, [NeurIPS 2020](PAPER), [code](REPO)",
        ["Title of paper > PAPER | code code REPO"],
    ),
    (
        "- A Fine Paper (ICML 2020) [`[pdf]`](PAPER) [`[code]`](REPO)",
        ["A Fine Paper > PAPER | code code REPO"],
    ),
    (
        '- <b>A Fine Paper</b> <a href="PAPER">[pdf]</a> <a href="REPO">[code]</a>',
        ["A Fine Paper > PAPER | code code REPO"],
    ),
    (
        "- [A Fine Paper](PAPER)<sup>[code](REPO)</sup>",
        ["A Fine Paper > PAPER | code code REPO"],
    ),
    (
        "- A Fine Paper | Ann Lee, Bob Ray | NeurIPS 2019 | [Paper](PAPER)",
        ["A Fine Paper > PAPER"],
    ),
    (
        "- [A Fine Paper](PAPER) | Ann Lee | NeurIPS 2019 | [fine-repo](REPO)",
        ["A Fine Paper > PAPER | code fine-repo REPO"],
    ),
    (
        "- Ann Lee, Bob Ray. **A Fine Paper**. In *NeurIPS*, 2019. [[pdf](PAPER)]",
        ["A Fine Paper > PAPER"],
    ),
    (
        "- Ann Lee and Bob Ray. *A Fine Paper.* NeurIPS, 2019. [pdf](PAPER), [code](REPO)",
        ["A Fine Paper > PAPER | code code REPO"],
    ),
    (
        "- [Lee et al., 2019] A Fine Paper, [pdf](PAPER)",
        ["A Fine Paper > PAPER"],
    ),
    (
        "- ⭐⭐⭐ **[A Fine Paper](PAPER)** *(must read)* [notes](PAGE)",
        ["A Fine Paper > PAPER | page notes PAGE"],
    ),
    (
        "- [A Fine Paper](PAPER) [[unofficial code](REPO)] [[blog post by Ann](PAGE)]",
        ["A Fine Paper > PAPER | code unofficial code REPO | page blog post by Ann PAGE"],
    ),
    (
        "- [A Fine Paper](PAPER) @ [ICML](PAGE) 2020",
        ["A Fine Paper > PAPER | paper ICML PAGE"],
    ),
    (
        "- 🔥🔥 [**SP: Megatron LM**] Reducing Recomputation in Models [[pdf]](PAPER)",
        ["[SP: Megatron LM] Reducing Recomputation in Models > PAPER"],
    ),
    (
        '1. Deep-AI, 2024. *"A Fine Paper, and Efficient"*. [arXiv:2401.00001](PAPER)',
        ["A Fine Paper, and Efficient > PAPER"],
    ),
    (
        "- [GPT3](PAPER)。朝着 zero-shot 迈了一大步",
        ["GPT3 > PAPER"],
    ),
    (
        "- **PagedAttention** - Efficient memory management. [[paper](PAPER)] [[code](REPO)]",
        ["PagedAttention > PAPER | code code REPO"],
    ),
    (
        "- **BERT**: Pre-training of Deep Transformers [[paper](PAPER)]",
        ["BERT: Pre-training of Deep Transformers > PAPER"],
    ),
    (
        "- A Fine Library (Python) [[link](fine.org)] [[paper](PAPER)]",
        ["A Fine Library (Python) > PAPER"],
    ),
    (
        "- [A Fine Paper](file:///x/notes.md) [[arXiv](PAPER)]",
        ["A Fine Paper > PAPER | page A Fine Paper file:///x/notes.md"],
    ),
    ("- **Growing by Tree Matching** [pdf](PAPER)", ["Growing by Tree Matching > PAPER"]),
    ("- *Growing by Tree Matching*: PAPER", ["Growing by Tree Matching > PAPER"]),
    (
        "1. 💎 **Growing by Tree Matching**\n   - [Paper](PAPER)",
        ["Growing by Tree Matching > PAPER"],
    ),
    ("- **Fine Trees by Ann Lee** [pdf](PAPER)", ["Fine Trees > PAPER"]),
    (  # code that is told of in words below a title
        "1. **Lee, *A Fine Book***\n   The book. I work through it in [nets](REPO).",
        ["A Fine Book > REPO"],
    ),
]


@pytest.mark.parametrize(("text", "items"), CASES, ids=range(len(CASES)))
def test_the_work_of_a_line_is_what_a_reader_would_say(text: str, items: list[str]) -> None:
    assert told(parse(written(text))) == items
