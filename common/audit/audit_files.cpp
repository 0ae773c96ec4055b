#include "common/audit/audit_files.hpp"

#include "common/logging/log_roller.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

namespace ctiengine::audit {
namespace {

std::string content_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::system_error(errno, std::generic_category(), "audit log " + file.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

std::vector<std::filesystem::path> audit_files(const std::filesystem::path& directory) {
    std::vector<std::pair<logging::LogFileName, std::filesystem::path>> found;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(directory, ignored)) {
        const auto name =
            logging::LogFileName::parse(entry.path().filename().string(), kFilePrefix, kFileSuffix);
        if (name) found.emplace_back(*name, entry.path());
    }
    std::sort(found.begin(), found.end());
    std::vector<std::filesystem::path> files;
    for (auto& [name, path] : found) files.push_back(std::move(path));
    return files;
}

Tail find_tail(const std::filesystem::path& directory) {
    Tail tail;
    auto files = audit_files(directory);
    while (!files.empty() && !tail.last) {
        const auto file = files.back();
        files.pop_back();
        auto content = content_of(file);
        const auto end = content.rfind('\n');
        const auto whole = end == std::string::npos ? 0 : end + 1;
        if (whole < content.size()) {
            tail.cut = content.substr(whole);
            std::filesystem::resize_file(file, whole);
            content.resize(whole);
        }
        if (content.empty()) continue;
        content.pop_back();
        const auto begin = content.rfind('\n');
        const auto line =
            read_line(std::string_view(content).substr(begin == std::string::npos ? 0 : begin + 1));
        if (!line) break;  // the head knows better
        tail.last = line->link;
    }
    return tail;
}

std::optional<Link> find_line(const std::filesystem::path& directory, std::uint64_t seq) {
    auto files = audit_files(directory);
    for (; !files.empty(); files.pop_back()) {
        std::ifstream in(files.back(), std::ios::binary);
        for (std::string text; std::getline(in, text);) {
            const auto line = read_line(text);
            if (line && line->link.seq == seq) return line->link;
        }
    }
    return std::nullopt;
}

}  // namespace ctiengine::audit
