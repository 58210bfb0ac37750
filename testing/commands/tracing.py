"""Counts the system calls of a child process, and kills it at one of them. Only for Linux."""

import ctypes
import os
import signal

_TRACEME, _SYSCALL, _SETOPTIONS = 0, 24, 0x4200
_OPTIONS = 0x1 | 0x100000  # tell system calls from signals; kill it if this process ends
_STOP_OF_A_CALL = signal.SIGTRAP | 0x80

_ptrace = ctypes.CDLL(None, use_errno=True).ptrace
_ptrace.argtypes = [ctypes.c_long] * 4
_ptrace.restype = ctypes.c_long


def let_be_traced() -> None:
    """Stop this process until its parent lets it go on, call by call."""
    if _ptrace(_TRACEME, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "this system lets no process be traced")
    os.kill(os.getpid(), signal.SIGSTOP)


def traced(child: int, stop: int) -> tuple[int, int]:
    """Let a child go on; return its status as waitpid gives it, and how often it has stopped.

    It stops before and after each system call, and is killed at the stop of that number; 0 is
    never.
    """
    _, status = os.waitpid(child, 0)
    _ptrace(_SETOPTIONS, child, 0, _OPTIONS)
    stops, sent = 0, 0
    while os.WIFSTOPPED(status):
        number = os.WSTOPSIG(status)
        if number == _STOP_OF_A_CALL:
            stops, sent = stops + 1, 0
            if stops == stop:
                os.kill(child, signal.SIGKILL)
        else:
            sent = 0 if number in (signal.SIGSTOP, signal.SIGTRAP) else number
        _ptrace(_SYSCALL, child, 0, sent)
        _, status = os.waitpid(child, 0)
    return status, stops
