"""Lists whose values have names: tables with a header, and JSON with objects."""
