#include "license-svc/app/host_time.hpp"

#include <time.h>

#include <fstream>

namespace ctiengine::license {

HostTime::HostTime(const DevClock& clock) : clock_(clock) {
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::getline(file, boot_id_);
}

TimeReading HostTime::read() const {
    timespec since_boot{};
    ::clock_gettime(CLOCK_BOOTTIME, &since_boot);
    TimeReading reading;
    reading.wall = std::chrono::system_clock::to_time_t(clock_.wall_now());
    reading.boottime = since_boot.tv_sec + clock_.offset().count();
    reading.boot_id = boot_id_;
    return reading;
}

}  // namespace ctiengine::license
