"""The words of a call: options described once, read plainly, and described to Typer."""
