#include "common/audit/audit_head.hpp"

#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

namespace ctiengine::audit {

std::optional<Link> read_head(const std::filesystem::path& directory) {
    std::ifstream in(directory / kHeadFile);
    const auto json = nlohmann::json::parse(in, nullptr, false);
    if (!json.is_object() || !json.contains("seq") || !json.contains("hash")) return std::nullopt;
    if (!json["seq"].is_number_unsigned() || !json["hash"].is_string()) return std::nullopt;
    return Link{json["seq"].get<std::uint64_t>(), json["hash"].get<std::string>()};
}

bool write_head(const std::filesystem::path& directory, const Link& head) {
    const auto fresh = directory / "audit_head.json.new";
    const nlohmann::json json{{"seq", head.seq}, {"hash", head.hash}};
    const auto text = json.dump() + "\n";
    const int file =
        ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR | S_IRGRP);
    if (file < 0) return false;
    const bool written = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    const bool closed = ::close(file) == 0;
    return written && closed && ::rename(fresh.c_str(), (directory / kHeadFile).c_str()) == 0;
}

}  // namespace ctiengine::audit
