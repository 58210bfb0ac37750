"""The daemon as a process: one at a time, its heartbeat, how it starts and ends."""
