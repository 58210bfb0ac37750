"""Looking ahead: the coming days, a simulated year, and why a day holds what it holds."""
