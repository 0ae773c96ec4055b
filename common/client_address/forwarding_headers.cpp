#include "common/client_address/forwarding_headers.hpp"

#include <algorithm>
#include <optional>

namespace ctiengine::client_address {
namespace {

namespace ip = boost::asio::ip;
using Hops = std::vector<std::string_view>;

constexpr std::size_t kMostHops = 10;

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

enum class Quotes { Plain, Enclose };

/// The parts of `text` between `separator`s that are not inside quotes. A quote that is never closed encloses
/// nothing: the client could write one, and what a balancer appends would be hidden behind it.
Hops split(std::string_view text, char separator, Quotes quotes) {
    const bool balanced = std::count(text.begin(), text.end(), '"') % 2 == 0;
    const bool enclose = quotes == Quotes::Enclose && balanced;
    Hops parts;
    bool quoted = false;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const bool end = at == text.size();
        if (!end && enclose && text[at] == '"') quoted = !quoted;
        if (!end && (quoted || text[at] != separator)) continue;
        parts.push_back(trimmed(text.substr(begin, at - begin)));
        begin = at + 1;
    }
    return parts;
}

bool same_word(std::string_view a, std::string_view lower) {
    if (a.size() != lower.size()) return false;
    for (std::size_t at = 0; at < a.size(); ++at) {
        if ((a[at] | 0x20) != lower[at]) return false;
    }
    return true;
}

/// The value of `for=` in one element of Forwarded, without its quotes; empty when there is none.
std::string_view for_value(std::string_view element) {
    for (const auto pair : split(element, ';', Quotes::Enclose)) {
        const auto equals = pair.find('=');
        if (equals == std::string_view::npos || !same_word(trimmed(pair.substr(0, equals)), "for")) continue;
        auto value = trimmed(pair.substr(equals + 1));
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
            value = value.substr(1, value.size() - 2);
        return value;
    }
    return {};
}

/// "192.0.2.7", "192.0.2.7:4711", "[2001:db8::7]", "[2001:db8::7]:4711", "2001:db8::7".
std::optional<ip::address> address_of(std::string_view hop) {
    if (hop.starts_with('[')) {
        const auto end = hop.find(']');
        const auto behind = end == std::string_view::npos ? hop : hop.substr(end + 1);
        if (end == std::string_view::npos || (!behind.empty() && behind.front() != ':')) return std::nullopt;
        return parse_address(hop.substr(1, end - 1));
    }
    const auto colon = hop.find(':');
    const bool has_port =
        colon != std::string_view::npos && hop.find(':', colon + 1) == std::string_view::npos;
    return parse_address(has_port ? hop.substr(0, colon) : hop);
}

ip::address walk(const ip::address& peer, const Hops& hops, const AddressList& balancers) {
    std::size_t seen = 0;
    for (auto hop = hops.rbegin(); hop != hops.rend(); ++hop) {
        if (++seen > kMostHops) return peer;
        const auto address = address_of(*hop);
        if (!address) return peer;
        if (!balancers.contains(*address)) return *address;
    }
    return peer;
}

}  // namespace

ip::address client_behind(
    const ip::address& peer, const ForwardingHeaders& headers, const AddressList& balancers
) {
    if (!balancers.contains(peer)) return peer;
    Hops by_x;
    for (const auto header : headers.x_forwarded_for) {
        for (const auto hop : split(header, ',', Quotes::Plain)) by_x.push_back(hop);
    }
    Hops by_standard;
    for (const auto header : headers.forwarded) {
        for (const auto element : split(header, ',', Quotes::Enclose))
            by_standard.push_back(for_value(element));
    }
    if (by_x.empty()) return walk(peer, by_standard, balancers);
    const auto client = walk(peer, by_x, balancers);
    if (!by_standard.empty() && walk(peer, by_standard, balancers) != client) return peer;
    return client;
}

}  // namespace ctiengine::client_address
