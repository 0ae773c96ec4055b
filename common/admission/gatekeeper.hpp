#pragma once
#include "common/admission/log_in_rates.hpp"
#include "common/admission/origin_rule.hpp"
#include "common/admission/source_table.hpp"
#include "common/client_address/forwarding_headers.hpp"
#include "common/refusals/refusal_book.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace ctiengine::admission {

struct GatekeeperSettings {
    client_address::AddressList balancers{};
    std::size_t most_per_source = 1;  ///< 0 = any number
    bool limit_behind_balancers = false;
    bool allow_missing_origin = false;
    std::chrono::milliseconds patience{3000};  ///< for a sign of life of an older connection
};

/// A client that wants to open a connection for good: a WebSocket upgrade, or a stream of frames.
struct Attempt {
    connection::ConnectionInfo& info;  ///< client_address is set here
    boost::asio::ip::address peer;
    bool by_browser_protocol = true;  ///< a WebSocket; false = a stream, which has no headers
    client_address::ForwardingHeaders headers{};
    bool peer_spoke_for_client = false;  ///< a PROXY header told the client, or the peer is it
    std::weak_ptr<connection::MessageConnection> connection{};
};

/// What becomes of it.
struct Verdict {
    std::optional<refusals::Refusal> refusal{};
    std::string detail{};           ///< for the developer of the client; no secrets
    std::shared_ptr<void> place{};  ///< to be kept as long as the connection
};

/// Decides who may open a connection: origin, source, token. What it refuses stands in the book. Shared by
/// the ports of a process; any thread. A refused attempt is noted here, nowhere else.
class Gatekeeper {
  public:
    /// Is this token good? Refused = no; NotConnected and TooLarge = try again later. Null = nobody here
    /// takes tokens.
    using CheckToken = std::function<Task<Result<void>>(std::string token, std::string source)>;

    struct Parts {
        OriginRule origins;
        std::shared_ptr<LogInRates> rates;
        CheckToken check_token;
        std::shared_ptr<refusals::RefusalBook> book;
    };

    Gatekeeper(GatekeeperSettings settings, Parts parts);

    /// Runs on the connection's strand; takes as long as an older connection is asked.
    Task<Verdict> decide(Attempt& attempt);

    /// The port is known only when it is bound; before the first attempt.
    void add_own_port(std::uint16_t port) { parts_.origins.add_own_port(port); }

    const client_address::AddressList& balancers() const { return settings_.balancers; }
    refusals::RefusalBook& book() { return *parts_.book; }

  private:
    std::optional<Verdict> judge_origin(const Attempt& attempt) const;
    Task<std::optional<Verdict>> judge_token(const Attempt& attempt);
    Task<Verdict> find_place(const Attempt& attempt);
    bool counts(const Attempt& attempt) const;
    Verdict noted(Verdict verdict, const Attempt& attempt);

    GatekeeperSettings settings_;
    Parts parts_;
    std::shared_ptr<SourceTable> sources_;
};

}  // namespace ctiengine::admission
