#include "simulator/tsapi_standin/stream/heartbeat.hpp"

#include <cstdlib>

namespace ctiengine::tsapi_standin {

std::chrono::milliseconds Heartbeat::interval_from_environment() {
    const char* text = std::getenv("CTIENGINE_STANDIN_HEARTBEAT_MS");
    const long wanted = text == nullptr ? 0 : std::strtol(text, nullptr, 10);
    return wanted >= 1 && wanted <= 600'000 ? std::chrono::milliseconds(wanted) : kDefaultInterval;
}

}  // namespace ctiengine::tsapi_standin
