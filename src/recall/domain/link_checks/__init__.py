"""Whether links still work: what an answer means, when a link is gone, and who is asked when."""
