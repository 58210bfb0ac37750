"""What is known of the pages that resources link to."""
