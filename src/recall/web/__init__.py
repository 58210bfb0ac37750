"""The page in the browser: routes and templates over the views and use cases of the terminal."""
