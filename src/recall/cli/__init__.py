"""The command line: one module per command; all errors are printed in `main`."""
