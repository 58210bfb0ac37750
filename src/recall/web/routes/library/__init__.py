"""The library in the browser: search, a resource's own page, what is changed, and what is added."""
