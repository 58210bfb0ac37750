"""The file of a SQLite library as a whole: copied, and put aside."""
