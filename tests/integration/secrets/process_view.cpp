#include "tests/integration/secrets/process_view.hpp"

#include "tests/integration/secrets/spellings.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace ctiengine::tests {
namespace {

struct Mapping {
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    std::string line;
    bool readable = false;
    bool dumped = true;
};

std::filesystem::path proc(pid_t pid, const char* file) {
    return "/proc/" + std::to_string(pid) + "/" + file;
}

bool is_head(const std::string& line) {
    return line.find('-') < 17 && line.find_first_not_of("0123456789abcdef") == line.find('-');
}

Mapping mapping_from(const std::string& line) {
    Mapping mapping;
    char* end = nullptr;
    mapping.from = std::strtoull(line.c_str(), &end, 16);
    mapping.to = std::strtoull(end + 1, &end, 16);
    mapping.readable = end[1] == 'r';
    mapping.line = line;
    return mapping;
}

std::vector<Mapping> mappings_of(pid_t pid) {
    std::ifstream in(proc(pid, "smaps"));
    std::vector<Mapping> mappings;
    for (std::string line; std::getline(in, line);) {
        if (is_head(line)) mappings.push_back(mapping_from(line));
        if (line.starts_with("VmFlags:") && line.find(" dd") != std::string::npos)
            mappings.back().dumped = false;
    }
    if (mappings.empty()) throw std::runtime_error("no mappings of process " + std::to_string(pid));
    return mappings;
}

std::string content_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Pages that nobody may read (guards, devices) are left out, as in a core file.
std::string read_memory(int memory, const Mapping& mapping) {
    std::string bytes(mapping.to - mapping.from, '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
        auto got = ::pread(
            memory, bytes.data() + done, bytes.size() - done, static_cast<off_t>(mapping.from + done)
        );
        if (got <= 0) break;
        done += static_cast<std::size_t>(got);
    }
    bytes.resize(done);
    return bytes;
}

std::string printable(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](unsigned char one) { return one < 32 || one > 126; }, '.'
    );
    return text;
}

void search(
    const std::string& bytes,
    const Secrets& secrets,
    const std::string& where,
    std::vector<std::string>& found
) {
    for (const auto& [name, secret] : secrets) {
        for (const auto& spelling : spellings(secret)) {
            auto place = bytes.find(spelling);
            if (place == std::string::npos) continue;
            auto from = place < 80 ? 0 : place - 80;
            std::ostringstream line;
            line << name << " in " << where << " + 0x" << std::hex << place << ": "
                 << printable(bytes.substr(from, 200));
            found.push_back(line.str());
        }
    }
}

}  // namespace

std::vector<std::string> found_in_memory(pid_t pid, const Secrets& secrets) {
    int memory = ::open(proc(pid, "mem").c_str(), O_RDONLY | O_CLOEXEC);
    if (memory < 0)
        throw std::runtime_error("the memory of process " + std::to_string(pid) + " cannot be read");
    std::vector<std::string> found;
    std::size_t total = 0;
    for (const auto& mapping : mappings_of(pid)) {
        if (!mapping.readable || !mapping.dumped) continue;
        auto bytes = read_memory(memory, mapping);
        total += bytes.size();
        search(bytes, secrets, mapping.line, found);
    }
    ::close(memory);
    if (total < 1024 * 1024) throw std::runtime_error("hardly any memory could be read: this proves nothing");
    return found;
}

std::vector<std::string> found_in_proc(pid_t pid, const Secrets& secrets) {
    std::vector<std::string> found;
    for (const char* file :
         {"cmdline", "environ", "comm", "status", "stat", "maps", "limits", "auxv", "mountinfo"}) {
        auto path = proc(pid, file);
        auto content = content_of(path);
        search(content, secrets, path.string(), found);
    }
    return found;
}

std::vector<std::string> found_in_files(
    const std::filesystem::path& folder, const Secrets& secrets, const std::vector<std::string>& but
) {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        auto name = entry.path().filename().string();
        auto left_out = [&name](const std::string& end) { return name.ends_with(end); };
        if (!entry.is_regular_file() || std::any_of(but.begin(), but.end(), left_out)) continue;
        search(content_of(entry.path()), secrets, entry.path().string(), found);
    }
    return found;
}

}  // namespace ctiengine::tests
