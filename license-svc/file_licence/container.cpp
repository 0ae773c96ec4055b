#include "license-svc/file_licence/host_mac.hpp"

#include <fstream>
#include <string>

namespace ctiengine::license {

bool in_container(const std::filesystem::path& root) {
    // Docker, Podman, and what systemd leaves for everybody to read (systemd-nspawn, LXC).
    std::error_code ignored;
    for (const char* mark : {".dockerenv", "run/.containerenv", "run/systemd/container"}) {
        if (std::filesystem::exists(root / mark, ignored)) return true;
    }
    std::ifstream environment(root / "proc/1/environ", std::ios::binary);  // of others: only for root
    for (std::string entry; std::getline(environment, entry, '\0');) {
        if (entry.starts_with("container=")) return true;
    }
    return false;
}

}  // namespace ctiengine::license
