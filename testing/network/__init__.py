"""Pages and sites on this machine, and the guard that keeps tests from reaching further."""
