#include "common/process_hardening/process_hardening.hpp"

#include "common/process_hardening/wiping_heap.hpp"
#include "common/secret_memory/secret.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace ctiengine {

void harden_process() {
    ::umask(077);
    use_locked_memory();
    if (!heap_is_wiped()) return;  // a sanitizer watches
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0);
}

}  // namespace ctiengine
