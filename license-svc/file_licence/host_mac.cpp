#include "license-svc/file_licence/host_mac.hpp"

#include "license-svc/file_licence/mac_address.hpp"

#include <linux/ethtool.h>
#include <linux/sockios.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <set>
#include <sstream>

namespace ctiengine::license {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMacOctets = 6;

std::string line_of(const fs::path& file) {
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    return line;
}

int number_of(const fs::path& file, int otherwise) {
    const auto line = line_of(file);
    try {
        return line.empty() ? otherwise : std::stoi(line, nullptr, 0);
    } catch (const std::exception&) {
        return otherwise;
    }
}

std::string text_of(const unsigned char* octets) {
    std::array<char, 18> text{};
    std::snprintf(
        text.data(), text.size(), "%02x:%02x:%02x:%02x:%02x:%02x", octets[0], octets[1], octets[2], octets[3],
        octets[4], octets[5]
    );
    return text.data();
}

std::optional<std::string> ask_ethtool(const std::string& interface) {
    alignas(ethtool_perm_addr) std::array<unsigned char, sizeof(ethtool_perm_addr) + 32> answer{};
    auto* const head = reinterpret_cast<ethtool_perm_addr*>(answer.data());
    head->cmd = ETHTOOL_GPERMADDR;
    head->size = kMacOctets;
    ifreq request{};
    interface.copy(request.ifr_name, IFNAMSIZ - 1);
    request.ifr_data = reinterpret_cast<char*>(answer.data());
    const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket < 0) return std::nullopt;
    const bool told = ::ioctl(socket, SIOCETHTOOL, &request) == 0 && head->size == kMacOctets;
    ::close(socket);
    if (!told) return std::nullopt;
    return canonical_mac(text_of(head->data));
}

/// An Ethernet card, real or of a hypervisor, whose address the kernel did not make up.
bool is_physical(const fs::path& interface) {
    return number_of(interface / "type", 0) == 1 && fs::exists(interface / "device") &&
           number_of(interface / "addr_assign_type", 3) == 0;
}

/// The cards below a bond, a bridge or a VLAN; the interface itself when it is one.
void add_cards(const fs::path& sys, const std::string& name, std::set<std::string>& cards, int depth = 0) {
    const auto interface = sys / name;
    if (depth > 4 || !fs::exists(interface)) return;
    bool has_lower = false;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(interface, failed)) {
        const auto file = entry.path().filename().string();
        if (!file.starts_with("lower_")) continue;
        has_lower = true;
        add_cards(sys, file.substr(6), cards, depth + 1);
    }
    if (!has_lower && is_physical(interface)) cards.insert(name);
}

/// The interface of the IPv4 default route with the lowest metric.
std::string default_route(const fs::path& routes) {
    std::ifstream in(routes);
    std::string line;
    std::getline(in, line);  // the heading
    std::string best;
    long best_metric = 0;
    while (std::getline(in, line)) {
        std::istringstream fields(line);
        std::string interface;
        std::string destination;
        std::string skipped;
        std::string mask;
        long metric = 0;
        fields >> interface >> destination >> skipped >> skipped >> skipped >> skipped >> metric >> mask;
        if (!fields || destination != "00000000" || mask != "00000000") continue;
        if (best.empty() || metric < best_metric) best = interface, best_metric = metric;
    }
    return best;
}

struct Choice {
    std::set<std::string> cards;
    std::string why;
};

Choice choose(
    const HostNetwork& network, const std::string& wanted, const std::vector<std::string>& physical
) {
    Choice choice;
    if (!wanted.empty()) {
        add_cards(network.sys, wanted, choice.cards);
        choice.why = "LICENSEMACINTERFACE names " + wanted;
        return choice;
    }
    const auto route = default_route(network.routes);
    if (!route.empty()) add_cards(network.sys, route, choice.cards);
    choice.why = "the default route goes by " + route;
    if (!choice.cards.empty() || physical.empty()) return choice;
    choice.cards.insert(physical.front());
    choice.why = "there is no default route by a card; it is the first card";
    return choice;
}

std::vector<std::string> physical_cards(const fs::path& sys) {
    std::vector<std::pair<int, std::string>> cards;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(sys, failed)) {
        if (is_physical(entry.path())) {
            cards.emplace_back(number_of(entry.path() / "ifindex", 0), entry.path().filename().string());
        }
    }
    std::sort(cards.begin(), cards.end());
    std::vector<std::string> names;
    for (auto& [index, name] : cards) names.push_back(std::move(name));
    return names;
}

}  // namespace

HostNetwork host_network() {
    HostNetwork network;
    network.permanent_mac = ask_ethtool;
    return network;
}

std::vector<MacCandidate> mac_candidates(const HostNetwork& network, const std::string& wanted) {
    const auto physical = physical_cards(network.sys);
    const auto choice = choose(network, wanted, physical);
    std::vector<MacCandidate> candidates;
    for (const auto& name : physical) {
        auto mac = network.permanent_mac ? network.permanent_mac(name) : std::nullopt;
        if (!mac) mac = canonical_mac(line_of(network.sys / name / "address"));
        if (!mac) continue;
        MacCandidate candidate;
        candidate.interface = name;
        candidate.mac = *mac;
        candidate.primary = choice.cards.contains(name);
        candidate.why = candidate.primary ? choice.why : "another card of this host";
        candidate.local = is_locally_administered(*mac);
        candidates.push_back(std::move(candidate));
    }
    std::stable_partition(candidates.begin(), candidates.end(), [](const auto& each) {
        return each.primary;
    });
    return candidates;
}

std::vector<std::string> primary_macs(const std::vector<MacCandidate>& candidates) {
    std::vector<std::string> macs;
    for (const auto& candidate : candidates) {
        if (candidate.primary) macs.push_back(candidate.mac);
    }
    return macs;
}

bool in_container() {
    std::error_code ignored;
    if (fs::exists("/.dockerenv", ignored) || fs::exists("/run/.containerenv", ignored)) return true;
    std::ifstream environment("/proc/1/environ", std::ios::binary);
    for (std::string entry; std::getline(environment, entry, '\0');) {
        if (entry.starts_with("container=")) return true;
    }
    return false;
}

}  // namespace ctiengine::license
