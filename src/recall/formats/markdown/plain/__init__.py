"""What --plain takes besides bullets: lines, citations, headings and titles under groups."""
