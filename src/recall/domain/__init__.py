"""The rules of memory, lists and days. Pure: no files, no database, no clock."""
