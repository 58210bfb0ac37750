"""What every front end shows, as types: the terminal, `--json` and a page draw the same one."""
