#pragma once
#include "common/result/result.hpp"

#include <boost/asio/ip/address.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace ctiengine::client_address {

inline constexpr std::size_t kProxyProbe = 12;              ///< bytes that tell which version it is
inline constexpr std::size_t kProxyFixedPart = 16;          ///< of version 2
inline constexpr std::size_t kLongestProxyLine = 107;       ///< version 1, with its line end
inline constexpr std::size_t kLongestProxyAddresses = 512;  ///< version 2, behind the fixed part

/// Version 1, a line that goes on until its line end? From the first kProxyProbe bytes.
bool is_proxy_line(std::string_view probe);

/// Version 2: how many bytes follow the fixed part. ProtocolViolation: this is no PROXY header of version 2,
/// or one that is longer than allowed.
Result<std::size_t> rest_of_proxy_header(std::string_view fixed_part);

/// The client of a whole header; empty = the balancer speaks for itself (LOCAL, UNKNOWN, UNSPEC).
/// ProtocolViolation: addresses, lengths, ports or the checksum (CRC32c) are wrong.
Result<std::optional<boost::asio::ip::address>> read_proxy_header(std::string_view header);

}  // namespace ctiengine::client_address
