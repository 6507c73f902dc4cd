"""Stands before a program: takes away what `deploy/jazyl.service` takes away, then becomes the program.

`python sieve.py SYSCALLS COMMAND…`: only those calls pass (the others fail with EPERM), memory is never writable and
executable, sockets are of the internet or of this machine only, and there is no new namespace. Needs libseccomp.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import errno
import os
import sys
from typing import Final

ALLOW: Final = 0x7FFF0000
FAIL: Final = 0x00050000
EQUAL, MASKED = 4, 7
WRITE, EXECUTE = 2, 4
FAMILIES: Final = (1, 2, 10)
"""AF_UNIX, AF_INET, AF_INET6."""
NEW_NAMESPACES: Final = 0x7E020080
"""Every CLONE_NEW… there is."""


class Compared(ctypes.Structure):
    """One argument of a call, and what it has to be."""

    _fields_ = (("arg", ctypes.c_uint), ("op", ctypes.c_int), ("a", ctypes.c_uint64), ("b", ctypes.c_uint64))


RULES: Final = {
    "mmap": [Compared(2, MASKED, EXECUTE, 0), Compared(2, MASKED, WRITE | EXECUTE, EXECUTE)],
    "mprotect": [Compared(2, MASKED, EXECUTE, 0)],
    "pkey_mprotect": [Compared(2, MASKED, EXECUTE, 0)],
    "shmat": [Compared(2, MASKED, 0o100000, 0)],
    "socket": [Compared(0, EQUAL, family, 0) for family in FAMILIES],
    "clone": [Compared(0, MASKED, NEW_NAMESPACES, 0)],
}
"""Calls that pass with certain arguments only."""


def close(names: list[str]) -> None:
    """Let only these calls pass from now on, in this process and whatever it becomes."""
    library = ctypes.CDLL(ctypes.util.find_library("seccomp") or "libseccomp.so.2")
    library.seccomp_init.restype = ctypes.c_void_p
    sieve = ctypes.c_void_p(library.seccomp_init(FAIL | errno.EPERM))
    for name in names:
        number = library.seccomp_syscall_resolve_name(name.encode())
        if number < 0 or name == "clone3":
            continue
        for rule in RULES.get(name, [None]):
            given = (1, ctypes.byref(rule)) if rule else (0, None)
            _must(library.seccomp_rule_add_array(sieve, ALLOW, number, *given))
    clone3 = library.seccomp_syscall_resolve_name(b"clone3")
    _must(library.seccomp_rule_add_array(sieve, FAIL | errno.ENOSYS, clone3, 0, None))
    _must(library.seccomp_load(sieve))


def _must(code: int) -> None:
    if code:
        raise OSError(-code, os.strerror(-code))


if __name__ == "__main__":
    close(sys.argv[1].split(","))
    os.execvp(sys.argv[2], sys.argv[2:])  # noqa: S606 - becomes the program
