"""One module per delivery backend, and a table of them in the order of trying.

The platforms' own notifications fail silently, so a reminder could be lost unnoticed. `notifier`
defines what every backend guarantees instead; `testing.desktop.notifications` is the contract test.
"""
