"""Series found among the titles of a section."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.domain.lists.series.detect import find_series

Found = list[tuple[str, int] | None]

VLLM = [
    "VLLM论文",
    "VLLM官方文档",
    "大模型推理框架 vLLM 源码解析（一）：框架概览",
    "大模型推理框架 vLLM 源码解析（二）：Block 模块分配和管理",
    "VLLM推理流程梳理（一）",
    "VLLM推理流程梳理（二）",
]
DEEPSPEED = [
    "deepspeed入门教程",
    "LLM（十二）：DeepSpeed Inference 在 LLM 推理上的优化探究",
    "DeepSpeed 流水线实战",
    "DeepSpeed Pineline文档1",
    "DeepSpeed Pineline文档2",
]
ILLUSTRATED = [
    "图解大模型训练之：流水线并行（Pipeline Parallelism），以Gpipe为例",
    "猛猿：图解大模型训练之：数据并行上篇(DP, DDP与ZeRO)",
    "猛猿：图解大模型训练之：数据并行下篇(ZeRO，零冗余优化)",
    "猛猿：图解大模型系列之：张量模型并行，Megatron-LM",
    "猛猿：图解大模型系列之：Megatron源码解读1，分布式环境初始化",
    "猛猿：图解大模型训练之：Megatron源码解读2，模型并行",
]
PARALLEL = [
    "大模型分布式训练并行技术（一）-概述",
    "大模型分布式训练并行技术（二）-数据并行",
    "大模型分布式训练并行技术（三）-流水线并行",
    "大模型分布式训练并行技术（四）-张量并行",
    "大模型分布式训练并行技术（五）-序列并行",
    "大模型分布式训练并行技术（六）-多维混合并行",
    "大模型分布式训练并行技术（七）-自动并行",
    "大模型分布式训练并行技术（八）-MOE并行",
    "大模型分布式训练并行技术（九）-总结",
]
FROM_SCRATCH = [
    "《从零实现BERT、GPT及Diffusion类算法》- 1：文章简介及目录",
    "《从零实现BERT、GPT及Diffusion类算法》- 2：Tokenizer",
    "《从零实现BERT、GPT及Diffusion类算法》- 3：Multi-head Attention & Transformer",
    "《从零实现BERT、GPT及Diffusion类算法》-4：Bert & GPT1/2/3",
    "《从零实现BERT、GPT及Diffusion类算法》- 5：Greedy Search, Beam Search, Penalty, Sampling",
    "《从零实现BERT、GPT及Diffusion类算法》- 6：模型训练MiniBloomChat: Bloom+SFT",
    "《从零实现BERT、GPT及Diffusion类算法》- 7：分布式训练原理及混合精度、DDP、DeepSpeed、"
    "Megatron-LM使用",
    "《从零实现BERT、GPT及Diffusion类算法》- 8：训练优化1-自动混合精度训练amp",
    "《从零实现BERT、GPT及Diffusion类算法》- 8：优化训练2-分布式数据并行训练"
    "DistributedDataParallel",
    "《从零实现BERT、GPT及Diffusion类算法》- 8：优化训练3-流水线并行训练GPipe",
]
CUDA_NOTES = [
    "github",
    "【BBuf 的CUDA笔记】一，解析OneFlow Element-Wise 算子实现",
    "【BBuf的CUDA笔记】二，解析 OneFlow BatchNorm 相关算子实现",
    "【BBuf的CUDA笔记】三，reduce优化入门学习笔记",
    "【BBuf的CUDA笔记】四，介绍三个高效实用的CUDA算法实现（OneFlow ElementWise模板，"
    "FastAtomicAdd模板，OneFlow UpsampleNearest2d模板）",
    "【BBuf的CUDA笔记】五，解读 PyTorch index_add 操作涉及的优化技术",
    "【BBuf的CUDA笔记】六，总结 FasterTransformer Encoder(BERT) 的cuda相关优化技巧",
    "【BBuf的CUDA笔记】七，总结 FasterTransformer Decoder(GPT) 的cuda相关优化技巧",
    "【BBuf的CUDA笔记】八，对比学习OneFlow 和 FasterTransformer 的 Softmax Cuda实现",
    "【BBuf的CUDA笔记】九，使用newbing（chatgpt）解析oneflow softmax相关的fuse优化",
    "【BBuf的CUDA笔记】十，Linear Attention的cuda kernel实现解析",
    "【BBuf的cuda学习笔记十】Megatron-LM的gradient_accumulation_fusion优化",
    "【BBuf的CUDA笔记】十一，Linear Attention的cuda kernel实现补档",
    "【BBuf的CUDA笔记】十二，LayerNorm/RMSNorm的重计算实现",
    "【BBuf的CUDA笔记】十三，OpenAI Triton 入门笔记一",
    "【BBuf的CUDA笔记】十四，OpenAI Triton入门笔记二",
    "【BBuf的CUDA笔记】十五，OpenAI Triton入门笔记三 FusedAttention",
]
LOOSE_SECTIONS = [
    ["动手学深度学习"],
    [
        "如何自己从零实现一个神经网络?",
        "史上最详细循环神经网络讲解（RNN/LSTM/GRU）",
        "完全图解RNN、RNN变体、Seq2Seq、Attention机制",
        "从零开始实现循环神经网络（无框架）",
        "损失函数（Loss Function）",
        "从0开始词嵌入（Word embedding）",
        "自然语言处理中N-Gram模型介绍",
        " 秒懂词向量Word2vec的本质",
        "ResNet论文逐段精读",
        "Transformer论文逐段精读",
        "BERT 论文逐段精读",
        "GPT文章解析",
    ],
    [
        "李沐Transformer论文逐段精读",
        "Pytorch Transformers from Scratch (Attention is all you need)",
        "对应源码",
    ],
    ["LLM从0到1之PEFT"],
    ["Prof Yang You 的 HPC-AI lab中的学生给出的ML System入坑指南"],
    [
        "聊聊PyTorch的ZeroRedundancyOptimizer优化器",
        "聊聊 PyTorch2.0 中新的Distributed API",
        "聊聊 Hugging face 模型 + LoRA 低秩矩阵分解的使用",
        "聊聊序列并行Sequence parallelism",
        "聊聊 Zero Bubble Pipeline Parallelism",
        "聊聊 PyTorch 中新的Distributed API （二）",
        "聊聊字节 AML 万卡工作 MegaScale: Scaling Large Language Model Training to More Than "
        "10,000 GPUs",
    ],
    ["优雅玩转实验室服务器（七）优雅地使用ssh或者http访问内网服务器——frp内网穿透教程"],
    [
        "CUDA C++ Best Practices Guide ",
        "CUDA C++ Programming Guide ",
        "Optimizing Matrix Transpose in CUDA ",
    ],
    ["Home - Open CS Application"],
]


def parts(name: str, *numbers: int) -> Found:
    return [(name, number) for number in numbers]


@pytest.mark.parametrize(
    ("titles", "found"),
    [
        (
            VLLM,
            [
                *[None] * 2,
                *parts("大模型推理框架 vLLM 源码解析", 1, 2),
                *parts("VLLM推理流程梳理", 1, 2),
            ],
        ),
        (DEEPSPEED, [*[None] * 3, *parts("DeepSpeed Pineline文档", 1, 2)]),
        (ILLUSTRATED, [None, *parts("数据并行", 1, 2), None, *parts("Megatron源码解读", 1, 2)]),
        (PARALLEL, parts("大模型分布式训练并行技术", *range(1, 10))),
        (
            FROM_SCRATCH,
            parts("《从零实现BERT、GPT及Diffusion类算法》", 1, 2, 3, 4, 5, 6, 7, 8, 8, 8),
        ),
        (CUDA_NOTES, [None, *parts("【BBuf的CUDA笔记】", *range(1, 11), *range(10, 16))]),
        *((titles, [None] * len(titles)) for titles in LOOSE_SECTIONS),
    ],
)
def test_the_series_of_a_real_list_are_found(titles: list[str], found: Found) -> None:
    assert find_series(titles) == found


@pytest.mark.parametrize(
    "spellings",
    [
        ("（一）", "（二）：x", "(三) x"),
        ("(1)", " (2)", "（３）"),
        (" - 1：x", " -2：x", " - 3"),
        ("一，x", "二、x", "三"),
        ("上", "中：x", "下"),
        ("上篇", "中篇", "下篇(x)"),
        ("(上)", "（中）", "【下】"),
        ("1，x", "2-x", "3"),
        ("第一讲 x", "第2讲：x", "（第三讲）"),
        ("第一章", "第二章", "第三章 x"),
        ("第一部分", "第二部分", "第3部分"),
        ("其一", "其二", "其三"),
        ("之一", "之二", "之三：x"),
        ("①", "② x", "③x"),
        (", Part 1: x", " part II", " (Pt. three)"),
        (" Lecture 1", " Lec 2: x", " - lecture 03"),
        (": Chapter 1", " Ch. 2", " chapter 3 x"),
        (" Vol. 1", " volume 2", " vol 3"),
        (" Week 1", " week 2", " (Week 3)"),
        (" Day 1", " Day 2 - x", " day 3"),
        (" #1", " #2: x", " (#3)"),
        (" 1/3", " (2/3)", " [3/3] x"),
        (" I", " II: x", " III - x"),
    ],
)
def test_every_spelling_of_a_part_number_is_read(spellings: tuple[str, ...]) -> None:
    titles = ["别的", *(f"学习笔记{spelling}" for spelling in spellings), "Other"]
    assert find_series(titles) == [None, *parts("学习笔记", 1, 2, 3), None]


def test_the_second_of_two_halves_is_part_two() -> None:
    assert find_series(["并行（下）", "并行（上）"]) == parts("并行", 2, 1)


def test_spellings_may_be_mixed_in_one_series() -> None:
    titles = [
        "手写 Foo（一）",
        "手写Foo (2)",
        "手写 FOO - 3：x",
        "手写 Foo 四，y",
        "手写 foo: Part 5",
    ]
    assert [part and part[1] for part in find_series(titles)] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    "titles",
    [
        ["综述（二）", "别的"],
        ["综述（一）", "综述（一）"],
        ["综述（十十）", "综述（百百）"],
        ["PyTorch 2.0", "PyTorch 2.1", "PyTorch 1.0"],
        ["PyTorch2", "PyTorch1", "Word2vec", "Seq2Seq"],
        ["GPT-1: x", "GPT-2: x", "GPT-3: x"],
        ["ZeRO-1", "ZeRO-2"],
        ["Llama 1: x", "Llama 2: x", "Llama 3: x"],
        ["Stable Diffusion 2", "Stable Diffusion 3"],
        ["GPT1/2/3", "GPT1/2/4"],
        ["Review (2021)", "Review (2022)", "2021年", "2022年"],
        ["Notes 2023/1/3", "Notes 2023/2/3"],
        ["arXiv 2309.06180", "arXiv 2309.06181"],
        *[["More Than 1,000 GPUs", "More Than 2,000 GPUs"], ["提速 1%", "提速 2%"]],
        ["1. Introduction", "2. Methods", "（一）x", "（二）y"],
        ["C (1)", "C++ (2)", "C# (3)"],
        ["CS224N Lecture 1", "CS224W Lecture 2"],
        ["线性代数笔记（一）", "线性代数作业（二）"],
        ["图解大模型剪枝笔记（一）", "图解大模型量化推理笔记（二）"],
        ["Stable Video 1", "Stable Video 2: x", "Stable Video 2: y"],
        ["高等数学上学期笔记（1）", "高等数学下学期笔记（2）"],
        ["Part 1: A", "Part 2: A", "Part 1: B", "Part 2: B"],
        *[["Vitamin C", "Model X", "Who am I"], ["Weekly #501", "Weekly #523"]],
        ["Rust 1", "Rust 2", "Go 1", "Go 2", "Go 4"],
        ["Llama 2: x", "GPT 4", "Word 3: x"],
        ["千问 2", "千问 3", "GPT 1", "GPT 2", "GPT 3", "ZeRO 1", "ZeRO 2", "ZeRO 3"],
        *[["1. A", "2. B", "x", "y", "z"], ["1. A", "2. B", "1. C", "2. D"]],
        *[["2. A", "3. B"], ["1. A", "3. B"], ["1.1 A", "1.2 B"], ["1.x", "2.x"]],
        *[["2309.06180 A", "2309.06181 B"], ["2001 A", "2002 B"], ["1-bit A", "2-bit B"]],
        *[["1 trick", "2 ways"], ["1 种方法", "2 分钟"], ["1D A", "2D B"], ["1", "2"]],
    ],
)
def test_what_is_no_series_is_left_alone(titles: list[str]) -> None:
    assert find_series(titles) == [None] * len(titles)


def test_an_outer_number_wins_over_the_numbers_inside_its_parts() -> None:
    titles = ["Foo 笔记一：Bar（1）", "Foo 笔记二：Bar（2）", "Foo 笔记三：Bar（3）"]
    assert find_series(titles) == parts("Foo 笔记", 1, 2, 3)


def test_lectures_without_any_other_word_are_named_by_their_unit() -> None:
    assert find_series(["Lecture 1: A", "Lecture 2: B"]) == parts("Lecture", 1, 2)
    assert find_series(["第一讲 矩阵", "第十二讲 行列式"]) == parts("第 N 讲", 1, 12)


@pytest.mark.parametrize(
    "titles",
    [
        ["一、概述", "二、数据", "三、模型"],
        ["1 概述", "2 数据", "3 模型"],
        ["1. Alpha", "2. Beta", "3. 2024", "github"],
        ["1、x", "2) y", "３：z", "别的", "Other"],
        ["01 Intro", "02 Setup", "03 - use"],
        ["【01】Foo", "【02】Bar", "（3）Baz"],
        ["[1/3] Foo", "[2/3] Bar", "3/3 Baz"],
        ["上：概述", "中：数据", "下：细节"],
        ["#1 Foo", "② Bar", "三 Baz"],
    ],
)
def test_numbers_before_all_words_make_the_section_a_series(titles: list[str]) -> None:
    others = len(titles) - 3
    assert find_series(titles) == [*parts("Numbered", 1, 2, 3), *[None] * others]


def test_halves_and_zero_may_number_a_section() -> None:
    assert find_series(["上：概述", "下：细节"]) == parts("Numbered", 1, 2)
    assert find_series(["00 Intro", "01 Setup"]) == parts("Numbered", 0, 1)


def test_one_word_and_a_number_is_a_series_if_the_word_is_no_name() -> None:
    assert find_series(["笔记 1", "笔记 2：x"]) == parts("笔记", 1, 2)
    assert find_series(["Rust 1", "Rust 2", "Rust 3 "]) == parts("Rust", 1, 2, 3)
    assert find_series(["笔记（一）", "笔记（二）", "笔记 5"]) == [*parts("笔记", 1, 2), None]


def test_two_series_of_a_section_never_share_a_name() -> None:
    titles = ["Book Chapter 1", "Book Chapter 2", "Book Part 1", "Book Part 2"]
    names = [part and part[0] for part in find_series(titles)]
    assert names[0] == names[1] != names[2] == names[3]


def test_a_heading_that_several_series_share_is_not_in_their_names() -> None:
    titles = ["组会：剪枝（一）", "组会：剪枝（二）", "组会：蒸馏（一）", "组会：蒸馏（二）"]
    assert find_series(titles) == [*parts("剪枝", 1, 2), *parts("蒸馏", 1, 2)]
    assert find_series(titles[:2]) == parts("组会：剪枝", 1, 2)


STEMS = ["图解注意力机制", "Let's build a GPT", "【某某的 CUDA 笔记】", "《从零实现》", "C++ 并发"]
SHAPES = ["{}（{}）：x", "{} ({})", "{} - {}：x", "{}, Part {}: x", "{} 第{}讲 x", "{} Lecture {}"]
UNRELATED = [
    "github",
    "PyTorch2.0 新特性",
    "损失函数（Loss）",
    "Attention is all you need",
    "词嵌入",
]


@settings(max_examples=60)
@given(
    st.sampled_from(STEMS),
    st.sampled_from(SHAPES),
    st.integers(2, 30),
    st.randoms(use_true_random=False),
)
def test_a_series_is_found_wherever_its_parts_stand(stem, shape, size, random) -> None:
    expected = {shape.format(stem, number): number for number in range(1, size + 1)}
    titles = [*expected, *UNRELATED]
    random.shuffle(titles)
    for title, part in zip(titles, find_series(titles), strict=True):
        assert part == ((stem, expected[title]) if title in expected else None)


@settings(max_examples=25)
@given(st.permutations(UNRELATED), st.integers(0, len(UNRELATED)))
def test_unrelated_titles_around_a_series_change_nothing(unrelated, before) -> None:
    titles = [*unrelated[:before], *CUDA_NOTES, *unrelated[before:]]
    found = find_series(titles)[before : before + len(CUDA_NOTES)]
    assert found == find_series(CUDA_NOTES)
