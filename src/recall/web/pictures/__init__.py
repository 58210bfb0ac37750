"""Pictures as shapes and numbers: pure functions of what a view counted. A template draws them."""
