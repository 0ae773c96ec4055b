#include "common/admission/origin_rule.hpp"

#include <algorithm>
#include <charconv>

namespace ctiengine::admission {
namespace {

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
}

std::string lowered(std::string_view text) {
    std::string low(text);
    std::transform(low.begin(), low.end(), low.begin(), lower);
    return low;
}

bool is_host_letter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' ||
           letter == '.' || letter == '_';
}

bool is_host(std::string_view host) {
    if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
        return host.find_first_not_of("0123456789abcdef:.", 1) == host.size() - 1;
    }
    return !host.empty() && host.front() != '.' && std::all_of(host.begin(), host.end(), is_host_letter);
}

std::optional<std::uint16_t> port_of(std::string_view digits) {
    std::uint16_t port = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (failed != std::errc() || end != digits.data() + digits.size() || port == 0) return std::nullopt;
    return port;
}

}  // namespace

std::optional<Origin> parse_origin(std::string_view text) {
    const auto low = lowered(text);
    const std::string_view all(low);
    const auto colon = all.find("://");
    if (colon == std::string_view::npos) return std::nullopt;
    Origin origin;
    origin.scheme = all.substr(0, colon);
    if (origin.scheme != "https" && origin.scheme != "http") return std::nullopt;
    auto host = all.substr(colon + 3);
    origin.port = origin.scheme == "https" ? 443 : 80;
    const auto end_of_address = host.starts_with('[') ? host.find(']') : 0;
    const auto port =
        end_of_address == std::string_view::npos ? end_of_address : host.find(':', end_of_address);
    if (port != std::string_view::npos) {
        const auto stated = port_of(host.substr(port + 1));
        if (!stated) return std::nullopt;
        origin.port = *stated;
        host = host.substr(0, port);
    }
    if (!is_host(host)) return std::nullopt;
    origin.host = host;
    return origin;
}

Result<OriginRule> OriginRule::listed(const std::vector<std::string>& origins) {
    OriginRule rule;
    for (const auto& text : origins) {
        auto origin = parse_origin(text);
        if (!origin) {
            return Error{
                Errc::InvalidSettings,
                "ORIGINS: '" + text +
                    "' is no origin; write scheme, host and, if it is not the usual one, port, "
                    "such as https://desk.company.test or https://desk.company.test:8443"};
        }
        rule.origins_.insert(std::move(*origin));
    }
    return rule;
}

OriginRule OriginRule::own(OwnName name, std::set<std::uint16_t> ports) {
    OriginRule rule;
    rule.own_name_ = std::move(name);
    rule.own_ports_ = std::move(ports);
    return rule;
}

bool OriginRule::admits(std::string_view header) const {
    const auto origin = parse_origin(header);
    if (!origin) return false;
    if (!own_name_) return origins_.contains(*origin);
    return origin->scheme == "https" && own_ports_.contains(origin->port) && own_name_(origin->host);
}

}  // namespace ctiengine::admission
