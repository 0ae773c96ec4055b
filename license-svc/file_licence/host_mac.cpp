#include "license-svc/file_licence/host_mac.hpp"

#include "license-svc/file_licence/mac_address.hpp"
#include "license-svc/file_licence/permanent_mac.hpp"

#include <net/route.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string_view>

namespace ctiengine::license {
namespace {

namespace fs = std::filesystem;

constexpr int kEthernet = 1;   // ARPHRD_ETHER
constexpr int kPermanent = 0;  // NET_ADDR_PERM: the card came with it
constexpr int kSetByUser = 3;  // NET_ADDR_SET
constexpr int kDeepest = 4;    // a VLAN on a bridge on a VLAN on a bond
constexpr std::string_view kLower = "lower_";

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

/// Ethernet hardware, real or of a hypervisor.
bool is_hardware(const fs::path& interface) {
    return number_of(interface / "type", 0) == kEthernet && fs::exists(interface / "device");
}

/// Hardware whose own address is known.
struct Card {
    std::string name;
    std::string mac;
    int index = 0;
    bool local = false;
};

/// The permanent address wherever the kernel tells it: a bond gives all its members one address, and they
/// then count as "set by somebody". Without it the present address, if it is the one the card came with.
std::optional<std::string> own_address(const HostNetwork& network, const std::string& name) {
    auto mac = network.permanent_mac ? network.permanent_mac(name) : std::nullopt;
    if (mac) return mac;
    if (number_of(network.sys / name / "addr_assign_type", kSetByUser) != kPermanent) return std::nullopt;
    return canonical_mac(line_of(network.sys / name / "address"));
}

/// By index, which is the order in which the kernel found them.
std::vector<Card> cards_of(const HostNetwork& network) {
    std::vector<Card> cards;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(network.sys, failed)) {
        if (!is_hardware(entry.path())) continue;
        const auto name = entry.path().filename().string();
        const auto mac = own_address(network, name);
        if (!mac) continue;
        cards.push_back({name, *mac, number_of(entry.path() / "ifindex", 0), is_locally_administered(*mac)});
    }
    std::sort(cards.begin(), cards.end(), [](const Card& a, const Card& b) { return a.index < b.index; });
    return cards;
}

/// The hardware below a bond, a bridge or a VLAN; the interface itself when nothing is below it.
void add_hardware(const fs::path& sys, const std::string& name, std::set<std::string>& found, int depth = 0) {
    const auto interface = sys / name;
    if (depth > kDeepest || !fs::exists(interface)) return;
    bool has_lower = false;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(interface, failed)) {
        const auto file = entry.path().filename().string();
        if (!file.starts_with(kLower)) continue;
        has_lower = true;
        add_hardware(sys, file.substr(kLower.size()), found, depth + 1);
    }
    if (!has_lower) found.insert(name);
}

/// The interface of the IPv4 default route with the lowest metric; empty = there is none.
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
        unsigned flags = 0;
        long metric = 0;
        fields >> interface >> destination >> skipped >> std::hex >> flags >> std::dec >> skipped >>
            skipped >> metric >> mask;
        if (!fields || destination != "00000000" || mask != "00000000") continue;
        const bool leads_out = (flags & RTF_UP) != 0 && (flags & RTF_REJECT) == 0;
        if (!leads_out) continue;
        if (best.empty() || metric < best_metric) best = interface, best_metric = metric;
    }
    return best;
}

struct Choice {
    std::set<std::string> names;
    std::string why;
};

Choice choose(const HostNetwork& network, const std::string& wanted, const std::vector<Card>& cards) {
    Choice choice;
    if (!wanted.empty()) {
        add_hardware(network.sys, wanted, choice.names);
        choice.why = "LICENSEMACINTERFACE names " + wanted;
        return choice;
    }
    const auto route = default_route(network.routes);
    if (!route.empty()) add_hardware(network.sys, route, choice.names);
    const bool known = std::any_of(cards.begin(), cards.end(), [&](const Card& card) {
        return choice.names.contains(card.name);
    });
    choice.why = "the default route goes by " + route;
    if (known || cards.empty()) return choice;
    choice.names = {cards.front().name};
    choice.why = "there is no default route by a card; it is the first card";
    return choice;
}

/// Addresses that somebody chose count only where the hypervisor gives no others.
std::vector<Card> without_local_ones(const std::vector<Card>& cards) {
    std::vector<Card> made;
    std::copy_if(cards.begin(), cards.end(), std::back_inserter(made), [](const Card& card) {
        return !card.local;
    });
    return made.empty() ? cards : made;
}

}  // namespace

HostNetwork host_network() {
    HostNetwork network;
    network.permanent_mac = permanent_mac;
    return network;
}

std::vector<MacCandidate> mac_candidates(const HostNetwork& network, const std::string& wanted) {
    const auto all = cards_of(network);
    const auto usable = wanted.empty() ? without_local_ones(all) : all;
    const auto choice = choose(network, wanted, usable);
    std::vector<MacCandidate> candidates;
    for (const auto& card : all) {
        const bool counts = std::any_of(usable.begin(), usable.end(), [&](const Card& each) {
            return each.name == card.name;
        });
        MacCandidate candidate;
        candidate.interface = card.name;
        candidate.mac = card.mac;
        candidate.local = card.local;
        candidate.primary = counts && choice.names.contains(card.name);
        candidate.why = candidate.primary ? choice.why
                        : counts
                            ? "another card of this host"
                            : "its address was chosen by somebody, and another card has one of its maker";
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

}  // namespace ctiengine::license
