#include "gateway/app/certificates.hpp"

#include "common/logging/log.hpp"
#include "common/ops/process_main.hpp"
#include "common/tls/certificate_watch.hpp"

#include <array>

namespace ctiengine::gateway {

Certificates::Certificates(
    const config::GatewaySettings& settings, audit::AuditTrail& trail, const Clock& clock
)
    : settings_(settings), trail_(trail), clock_(clock) {
    auto tls = load();
    if (!tls) throw ops::StartError(ops::kInvalidSettings, tls.error().detail);
    for (const auto& warning : (*tls)->warnings()) logging::warn("{}", warning);
    current_ = std::make_shared<tls::CurrentTls>(*tls);
    warn_of_expiry();
}

Result<std::shared_ptr<const tls::TlsContext>> Certificates::load() const {
    tls::TlsSettings tls;
    tls.certificate_chain = settings_.certificate;
    tls.private_key = settings_.private_key;
    if (!settings_.tls.ciphers.empty()) tls.tls12_ciphers = settings_.tls.ciphers;
    tls.session_tickets = settings_.tls.session_tickets;
    tls.client_authorities = settings_.tls.client_ca;
    return tls::TlsContext::load(tls, clock_.wall_now());
}

Task<void> Certificates::run(boost::asio::any_io_executor strand) {
    tls::CertificateWatchSettings watched;
    watched.files = {settings_.certificate, settings_.private_key, settings_.tls.client_ca};
    tls::CertificateWatch watch(
        std::move(strand), std::move(watched), [this](const std::string& why) { reload(why); },
        [this] { warn_of_expiry(); }
    );
    co_await watch.run();
}

void Certificates::reload(const std::string& why) {
    auto tls = load();
    if (!tls) {
        logging::error("the certificate stays as it was ({}): {}", why, tls.error().detail);
        return record("certificate not replaced", tls.error().detail);
    }
    const auto before = current_->get()->description();
    current_->replace(*tls);
    logging::info("new connections get the certificate {} ({})", (*tls)->description(), why);
    if ((*tls)->description() == before) return;
    warned_at_days_ = 0;
    for (const auto& warning : (*tls)->warnings()) logging::warn("{}", warning);
    record("certificate replaced", (*tls)->description());
}

/// One line at each of these days, then silence until the next.
void Certificates::warn_of_expiry() {
    constexpr std::array kDays{1, 3, 7, 14, 30};
    const auto left =
        std::chrono::floor<std::chrono::days>(current_->get()->not_after() - clock_.wall_now()).count();
    for (const int days : kDays) {
        if (left >= days) continue;
        if (warned_at_days_ == days) return;
        warned_at_days_ = days;
        const auto what =
            current_->get()->description() + " expires in less than " + std::to_string(days) + " days";
        logging::warn("the certificate {}; install a renewed one", what);
        return record("certificate expires", what);
    }
}

void Certificates::record(const char* event, const std::string& detail) {
    audit::AuditEntry entry;
    entry.event = event;
    entry.fields = {{"certificate", settings_.certificate.string()}, {"detail", detail}};
    trail_.record(std::move(entry));
}

}  // namespace ctiengine::gateway
