"""Planning days: today, pauses, sections, and looking ahead."""
