#pragma once
#include "common/result/result.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ctiengine::admission {

/// Scheme, host and port of a web page, as browsers compare them (RFC 6454): lower case, the default port
/// filled in.
struct Origin {
    std::string scheme;
    std::string host;  ///< IPv6 addresses in brackets
    std::uint16_t port = 0;
    auto operator<=>(const Origin&) const = default;
};

/// The origin in a text such as "https://desk.company.test:8443"; empty when it is none: "null", a path, a
/// user, a wildcard, anything but http and https.
std::optional<Origin> parse_origin(std::string_view text);

/// Which pages may connect. Exact origins only: no suffixes, no wildcards.
class OriginRule {
  public:
    /// Is this host one of the server's own names? Asked when no origins are listed.
    using OwnName = std::function<bool(const std::string& host)>;

    /// The listed origins (ORIGINS). InvalidSettings names the entry that is none.
    static Result<OriginRule> listed(const std::vector<std::string>& origins);

    /// Pages that the server's own names serve over https on one of `ports`.
    static OriginRule own(OwnName name, std::set<std::uint16_t> ports);

    /// One port more for own(); before the first question.
    void add_own_port(std::uint16_t port) { own_ports_.insert(port); }

    /// `header`: the text of the one Origin header. Any thread.
    bool admits(std::string_view header) const;

  private:
    OriginRule() = default;

    std::set<Origin> origins_;
    OwnName own_name_;
    std::set<std::uint16_t> own_ports_;
};

}  // namespace ctiengine::admission
