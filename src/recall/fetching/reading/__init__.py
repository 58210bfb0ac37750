"""Reads pages and PDFs in a child process: what comes from outside may be made to harm."""
