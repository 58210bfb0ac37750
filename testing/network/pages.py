"""Pages and PDFs for tests, as small as they can be."""

from io import BytesIO

CHINESE = "注意力机制是近年来深度学习最重要的进展之一，它让模型学会关注输入中最相关的部分。"
"""40 characters of Chinese."""

ENGLISH = "Attention lets a model look at the parts of its input that matter most for each word. "


def page(title: str = "A title", body: str = "", *, head: str = "", lang: str = "en") -> str:
    """Return an HTML page with an article."""
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><title>{title}</title>{head}</head>'
        f"<body><nav>Home About</nav><article><h1>{title}</h1>{body}</article></body></html>"
    )


def paragraphs(sentence: str, count: int) -> str:
    """Return a number of paragraphs, each a little different."""
    return "".join(f"<p>{number}. {sentence}</p>" for number in range(1, count + 1))


def pdf(pages: int = 1, title: str | None = None, password: str | None = None) -> bytes:
    """Return a PDF of empty pages."""
    from pypdf import PdfWriter

    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=200, height=200)
    if title is not None:
        writer.add_metadata({"/Title": title, "/CreationDate": "D:20240501120000Z"})
    if password is not None:
        writer.encrypt(password, algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def written_pdf(*lines: tuple[int, str]) -> bytes:
    """Return a PDF of one page with lines of text, each with the size of its letters."""
    drawn = [
        f"BT /F1 {size} Tf 20 {700 - 40 * at} Td ({text}) Tj ET"
        for at, (size, text) in enumerate(lines)
    ]
    content = "\n".join(drawn).encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, starts = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    end = b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + end
