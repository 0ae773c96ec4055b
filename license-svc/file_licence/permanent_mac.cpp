#include "license-svc/file_licence/permanent_mac.hpp"

#include "license-svc/file_licence/mac_address.hpp"

#include <linux/ethtool.h>
#include <linux/sockios.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdio>

namespace ctiengine::license {
namespace {

constexpr std::size_t kMacOctets = 6;
constexpr std::size_t kRoom = 32;  // MAX_ADDR_LEN of the kernel, which fills what it is given

std::string text_of(const unsigned char* octets) {
    std::array<char, 18> text{};
    std::snprintf(
        text.data(), text.size(), "%02x:%02x:%02x:%02x:%02x:%02x", octets[0], octets[1], octets[2], octets[3],
        octets[4], octets[5]
    );
    return text.data();
}

}  // namespace

std::optional<std::string> permanent_mac(const std::string& interface) {
    if (interface.size() >= IFNAMSIZ) return std::nullopt;
    alignas(ethtool_perm_addr) std::array<unsigned char, sizeof(ethtool_perm_addr) + kRoom> answer{};
    auto* const head = reinterpret_cast<ethtool_perm_addr*>(answer.data());
    head->cmd = ETHTOOL_GPERMADDR;
    head->size = kRoom;
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

}  // namespace ctiengine::license
