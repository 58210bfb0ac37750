"""The program in the background that sends reminders: its tick, its pulse, what a click does."""
