"""HTTP statuses that say something about the asker, or that there is no page."""

BLOCKED = (401, 402, 403, 405, 406, 407, 412, 418, 429, 503, 999)
"""Statuses by which servers refuse programs, whether the page is there or not.

405 is the way of Aliyun's firewall, 412 Bilibili's, 999 LinkedIn's.
"""

MISSING = (404, 410)
