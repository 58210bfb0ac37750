"""The one door by which recall writes files. No other room writes or renames one."""
