#pragma once

namespace ctiengine {

/// Freed memory of this program is overwritten with zeros: wiping_heap.cpp puts a free() and a realloc() of
/// its own before those of glibc, for this program and every library it loads. glibc's own M_PERTURB does not
/// do it: blocks up to 1 KiB go to a thread's cache as they are. False in builds with a sanitizer, which
/// bring an allocator of their own.
bool heap_is_wiped();

}  // namespace ctiengine
