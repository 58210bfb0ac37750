"""The program in the background that sends reminders: its tick, heartbeat, and click actions."""
