"""Commands that put aside: postpone, suspend, pause, resume, archive, keep."""
