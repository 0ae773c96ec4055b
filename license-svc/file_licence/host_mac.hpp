#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ctiengine::license {

/// A network interface that a licence could be bound to.
struct MacCandidate {
    std::string interface;
    std::string mac;       ///< canonical
    bool primary = false;  ///< the licence file's address is compared with this one
    std::string why;       ///< why it is, or is not, in words
    bool local = false;    ///< locally administered: an administrator or a hypervisor chose it
    bool operator==(const MacCandidate&) const = default;
};

/// What the host's interfaces look like, so that tests can make up hosts.
struct HostNetwork {
    std::filesystem::path sys = "/sys/class/net";
    std::filesystem::path routes = "/proc/net/route";
    /// The address that the card was made with; nothing when the kernel does not tell. By default asked for
    /// with ethtool's ioctl.
    std::function<std::optional<std::string>(const std::string& interface)> permanent_mac;
};

/// The host's own network.
HostNetwork host_network();

/// The cards of the host whose own address is known, primary ones first. Primary: `wanted` when it is named;
/// else the interface of the IPv4 default route with the lowest metric; else the card with the lowest index.
/// A bond, bridge or VLAN stands for the cards below it, each of which is primary then. A locally
/// administered address is primary only when `wanted` names it or no card has another kind.
std::vector<MacCandidate> mac_candidates(const HostNetwork& network, const std::string& wanted = {});

/// Addresses of the primary candidates.
std::vector<std::string> primary_macs(const std::vector<MacCandidate>& candidates);

/// In a container the address is no identity of a host: it changes with the container. `root`: of the file
/// system that is looked at.
bool in_container(const std::filesystem::path& root = "/");

}  // namespace ctiengine::license
