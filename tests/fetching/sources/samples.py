"""Answers of the services, shortened, as they were when this was written."""

ARXIV = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title type="html">ArXiv Query</title>
  <entry>
    <id>http://arxiv.org/abs/1706.03762v7</id>
    <published>2017-06-12T17:57:34Z</published>
    <title>Attention Is All
  You Need</title>
    <summary>The dominant sequence transduction models …</summary>
    <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">15 pages, 5 figures</arxiv:comment>
  </entry>
</feed>"""

ARXIV_ERROR = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Error</title>
<summary>incorrect id format</summary><updated>2026-11-29T00:00:00Z</updated></entry></feed>"""

YOUTUBE = """{"title": "Let's build GPT: from scratch, in code, spelled out.",
"author_name": "A channel", "type": "video", "height": 113, "width": 200, "version": "1.0",
"provider_name": "YouTube", "html": "<iframe></iframe>"}"""

VIMEO = """{"type": "video", "version": "1.0", "provider_name": "Vimeo", "title": "A talk",
"duration": 2431, "description": "About it.", "upload_date": "2015-03-01 17:05:06"}"""

BILIBILI = """{"code": 0, "message": "OK", "data": {"bvid": "BV1pu411o7BE", "videos": 2,
"title": "Transformer论文逐段精读", "pubdate": 1635091200, "desc": "精读", "duration": 5225,
"pages": [{"page": 1, "part": "上", "duration": 3000}, {"page": 2, "part": "下", "duration": 2225}]
}}"""

CROSSREF = """{"status": "ok", "message": {"type": "proceedings-article", "page": "611-626",
"title": ["Efficient Memory Management for <i>Large</i> Language Model Serving"],
"issued": {"date-parts": [[2023, 10, 23]]}, "language": "en"}}"""

GITHUB = """{"full_name": "vllm-project/vllm", "created_at": "2023-02-09T11:23:20Z",
"description": "A high-throughput inference and serving engine for LLMs"}"""
