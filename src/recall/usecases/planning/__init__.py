"""Planning days: today, single dates, pauses, sections, and looking ahead."""
