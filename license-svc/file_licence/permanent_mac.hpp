#pragma once
#include <optional>
#include <string>

namespace ctiengine::license {

/// The address that the card was made with, canonical, by ethtool's ioctl (ETHTOOL_GPERMADDR). Nothing when
/// the kernel or the driver does not tell; a virtio card, for one, has none.
std::optional<std::string> permanent_mac(const std::string& interface);

}  // namespace ctiengine::license
