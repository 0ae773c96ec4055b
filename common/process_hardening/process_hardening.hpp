#pragma once

namespace ctiengine {

/// What a process of ours does before anything else, so that no secret of it comes to lie about: no core
/// files (RLIMIT_CORE 0), not readable for other processes of the same user (PR_SET_DUMPABLE 0: no debugger,
/// no /proc/PID/mem, environ or exe), new files for the owner only (umask 077), secrets in locked memory, and
/// freed memory overwritten (see wiping_heap.hpp). Call it first in main(), before threads. What the system
/// does not allow is left out: none of it is a reason not to serve.
///
/// Builds with a sanitizer do not do the first two: their reports need the process to look at itself.
void harden_process();

}  // namespace ctiengine
