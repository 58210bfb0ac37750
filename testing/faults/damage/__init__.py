"""Damages libraries, their files and their values, and looks at every command and page."""
