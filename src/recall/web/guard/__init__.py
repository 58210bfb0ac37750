"""What keeps others out: of whom the page is asked, and how, before a route is reached."""
