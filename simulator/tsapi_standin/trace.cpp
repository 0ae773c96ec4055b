#include "simulator/tsapi_standin/trace.hpp"

#include <cstdarg>
#include <cstdio>
#include <cstdlib>

namespace ctiengine::tsapi_standin {

void trace(const char* format, ...) {
    static const bool wanted = std::getenv("CTIENGINE_STANDIN_TRACE") != nullptr;
    if (!wanted) return;
    char line[512];
    va_list arguments;
    va_start(arguments, format);
    std::vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    std::fprintf(stderr, "stand-in libcsta: %s\n", line);
}

}  // namespace ctiengine::tsapi_standin
