"""Lists in formats without a sure sign."""

from testing.samples.sample import Sample, item

MARKDOWN = """\
# Papers

- [x] [Attention](https://example.org/attention)
- [ ] [Scaling](https://example.org/scaling)
"""

SAMPLES = (
    Sample(
        "list.md",
        "markdown",
        MARKDOWN,
        (
            item("Attention", "https://example.org/attention", "Papers", checked=True),
            item("Scaling", "https://example.org/scaling", "Papers"),
        ),
    ),
)
