// Rates, rights and what is noted of them. Part of Session.
#include "gateway/session/session.hpp"
#include "gateway/xml/error_writer.hpp"

namespace ctiengine::gateway {

using refusals::Refusal;

void Session::note(Refusal refusal, std::string detail) {
    refusals::RefusedClient client{
        at({}), connection_->info().client_address, softphone_.user, softphone_.session_id};
    refusals_.note(refusal, client, std::move(detail));
}

void Session::finish(Refusal refusal, const std::string& detail) {
    if (ending_) return;
    note(refusal, detail);
    const auto& row = refusals::row_of(refusal);
    finish(row.close_code, detail.empty() ? std::string(row.sentence) : detail);
}

void Session::record(const char* event, std::vector<std::pair<std::string, std::string>> fields) {
    audit::AuditEntry entry;
    entry.event = event;
    entry.user = softphone_.user;
    entry.session = softphone_.session_id;
    entry.source = connection_->info().client_address;
    entry.fields = std::move(fields);
    refusals_.trail().record(std::move(entry));
}

/// REQUESTRATE: over it a request is refused; whoever goes on being over it is closed.
bool Session::may_ask(std::optional<InvokeId> invoke, std::string_view message) {
    const auto now = clock_.now();
    if (request_rate_.take(now)) return true;
    note(Refusal::RequestOverRate);
    if (!refused_requests_.take(now)) {
        finish(Refusal::RequestRate);
        return false;
    }
    CstaError slow_down{
        ErrorCategory::PerformanceManagement, "performanceLimitExceeded",
        std::string(message) + ": more than " + std::to_string(settings_.requests_per_second) +
            " requests a second (REQUESTRATE); slow down, or the connection is closed"};
    send(invoke, write_csta_error(slow_down, softphone_.dialect.edition));
    return false;
}

void Session::on_denied(const std::string& what) {
    note(Refusal::DeviceDenied, what);
    if (!denials_.take(clock_.now())) finish(Refusal::DeniedTooOften);
}

}  // namespace ctiengine::gateway
