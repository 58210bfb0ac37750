"""One module per way to deliver a message, and a table of them in the order they are tried.

The platforms' own ways fail silently, so that a reminder can be lost with nobody told. What every
backend here promises instead stands in `notifier`; `testing.notifications` is the contract test.
"""
