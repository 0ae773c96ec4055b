#pragma once
#include "common/audit/audit_trail.hpp"
#include "common/tasks/clock.hpp"
#include "common/tasks/task.hpp"
#include "common/tls/current_tls.hpp"
#include "config/gateway_settings.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <memory>

namespace ctiengine::gateway {

/// The certificate of all ports, kept up to date: read again when its files change, at SIGHUP, and every
/// twelve hours for new ticket keys. A bad replacement changes nothing but the log. Belongs to the strand it
/// is given.
class Certificates {
  public:
    /// Throws ops::StartError when the files are no good. `trail` and `clock` outlive this.
    Certificates(const config::GatewaySettings& settings, audit::AuditTrail& trail, const Clock& clock);

    const std::shared_ptr<tls::CurrentTls>& current() const { return current_; }

    /// Until it is cancelled; on `strand`.
    Task<void> run(boost::asio::any_io_executor strand);

  private:
    Result<std::shared_ptr<const tls::TlsContext>> load() const;
    void reload(const std::string& why);
    void warn_of_expiry();
    void record(const char* event, const std::string& detail);

    const config::GatewaySettings settings_;
    audit::AuditTrail& trail_;
    const Clock& clock_;
    std::shared_ptr<tls::CurrentTls> current_;
    int warned_at_days_ = 0;  ///< of the certificate at hand; 0 = not yet
};

}  // namespace ctiengine::gateway
