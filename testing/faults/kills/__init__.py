"""Commands that write, killed at any system call or moment, on full disks, and side by side."""
