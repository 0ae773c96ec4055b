#include "simulator/tsapi_standin/network/tslibrc.hpp"

#include "simulator/tsapi_standin/trace.hpp"

#include <strings.h>

#include <charconv>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace ctiengine::tsapi_standin {
namespace {

constexpr const char* kDefaultPath = "/usr/lib/tslibrc";
constexpr std::string_view kBlanks = " \t\r";
constexpr std::string_view kAlternates = "Alternates(";
constexpr std::size_t kMaxAlternates = 4;
constexpr std::size_t kMaxLists = 16;

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::optional<NameServer> name_server_from(std::string_view line) {
    NameServer server;
    const auto blank = line.find_first_of(kBlanks);
    server.host = line.substr(0, blank);
    if (blank == std::string_view::npos) return server;
    const auto digits = trimmed(line.substr(blank));
    const auto* end = digits.data() + digits.size();
    auto [stopped, failed] = std::from_chars(digits.data(), end, server.port);
    if (failed != std::errc{} || stopped != end || server.port == 0) return std::nullopt;
    return server;
}

/// Reads what follows "Alternates(".
std::optional<AlternateTlinks> alternates_from(std::string_view rest) {
    const auto close = rest.find(')');
    if (close == std::string_view::npos) return std::nullopt;
    AlternateTlinks list;
    list.tlink = trimmed(rest.substr(0, close));
    rest = trimmed(rest.substr(close + 1));
    if (list.tlink.empty() || !rest.starts_with('=')) return std::nullopt;
    rest.remove_prefix(1);
    while (!rest.empty() && list.alternates.size() < kMaxAlternates) {
        const auto colon = rest.find(':');
        const auto name = trimmed(rest.substr(0, colon));
        if (!name.empty()) list.alternates.emplace_back(name);
        rest = colon == std::string_view::npos ? std::string_view{} : rest.substr(colon + 1);
    }
    return list;
}

bool starts_with_alternates(std::string_view line) {
    return line.size() > kAlternates.size() &&
           strncasecmp(line.data(), kAlternates.data(), kAlternates.size()) == 0;
}

void read_line(std::string_view line, Tslibrc& settings) {
    if (line.empty() || line.front() == '#' || line.front() == ';') return;
    if (starts_with_alternates(line)) {
        auto list = alternates_from(line.substr(kAlternates.size()));
        if (list && settings.alternates.size() < kMaxLists) settings.alternates.push_back(std::move(*list));
    } else if (line.find('=') == std::string_view::npos && line.front() != '[') {
        if (auto server = name_server_from(line)) settings.servers.push_back(std::move(*server));
    }
}

}  // namespace

Tslibrc parse_tslibrc(std::string_view text) {
    Tslibrc settings;
    while (!text.empty()) {
        const auto end = text.find('\n');
        read_line(trimmed(text.substr(0, end)), settings);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return settings;
}

std::optional<Tslibrc> load_tslibrc() {
    const char* named = std::getenv("CTIENGINE_TSLIBRC");
    const char* path = named != nullptr && *named != '\0' ? named : kDefaultPath;
    std::ifstream file(path);
    if (!file) {
        trace("cannot read %s; name another file with CTIENGINE_TSLIBRC", path);
        return std::nullopt;
    }
    std::ostringstream text;
    text << file.rdbuf();
    return parse_tslibrc(text.str());
}

std::vector<std::string> tlinks_to_try(const Tslibrc& settings, const std::string& tlink) {
    std::vector<std::string> names{tlink};
    for (const auto& list : settings.alternates) {
        if (!same_tlink(list.tlink, tlink)) continue;
        names.insert(names.end(), list.alternates.begin(), list.alternates.end());
        break;
    }
    return names;
}

bool same_tlink(std::string_view left, std::string_view right) {
    return left.size() == right.size() && strncasecmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace ctiengine::tsapi_standin
