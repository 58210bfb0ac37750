"""`recall`, and `python -m recall`."""

import sys

from recall.cli.door import main

if __name__ == "__main__":
    sys.exit(main())
