"""A background program with its page, which meets trouble while it runs."""
