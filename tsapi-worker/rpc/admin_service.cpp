#include "tsapi-worker/rpc/admin_service.hpp"

#include <boost/asio/post.hpp>

namespace ctiengine::rpc {

namespace pb = tsapi::v1;
namespace asio = boost::asio;

namespace {

const char* state_of(const telephony::MonitorRegistry::Entry& entry) {
    using State = telephony::MonitorRegistry::State;
    if (entry.idle_since) return "lingering";
    switch (entry.state) {
        case State::Starting: return "starting";
        case State::Active: return "active";
        case State::Lost: return "lost";
    }
    return "";
}

}  // namespace

AdminService::AdminService(
    asio::any_io_executor home,
    telephony::Telephony& telephony,
    const TelephonyService& streams,
    std::string library
)
    : home_(std::move(home)), telephony_(telephony), streams_(streams), library_(std::move(library)) {}

grpc::ServerUnaryReactor* AdminService::GetStatus(
    grpc::CallbackServerContext* context, const pb::GetStatusRequest*, pb::WorkerStatus* response
) {
    auto* reactor = context->DefaultReactor();
    asio::post(home_, [this, reactor, response] {
        const auto& status = telephony_.status();
        auto& journal = telephony_.journal();
        response->set_epoch(journal.epoch());
        response->set_last_seq(journal.last_seq());
        response->set_link_state(status.link_state);
        response->set_link_detail(status.link_detail);
        response->set_server_id(status.server_id);
        response->set_system_status(static_cast<int>(status.system_status));
        response->set_monitors(static_cast<std::uint32_t>(telephony_.monitors().entries().size()));
        response->set_gateways(static_cast<std::uint32_t>(streams_.attached()));
        response->set_outstanding_requests(static_cast<std::uint32_t>(telephony_.outstanding()));
        response->set_journal_events(journal.size());
        response->set_journal_bytes(journal.bytes());
        response->set_events_total(journal.last_seq());
        response->set_requests_total(status.requests);
        response->set_failures_total(status.failures);
        response->set_private_data_version(status.private_version);
        response->set_library(library_);
        reactor->Finish(grpc::Status::OK);
    });
    return reactor;
}

grpc::ServerUnaryReactor* AdminService::ListMonitors(
    grpc::CallbackServerContext* context, const pb::ListMonitorsRequest*, pb::ListMonitorsResponse* response
) {
    auto* reactor = context->DefaultReactor();
    asio::post(home_, [this, reactor, response] {
        for (const auto& [object, entry] : telephony_.monitors().entries()) {
            auto& monitor = *response->add_monitors();
            monitor.mutable_object()->set_kind(static_cast<int>(object.kind));
            monitor.mutable_object()->set_device(object.device);
            monitor.mutable_object()->set_call(object.call);
            monitor.set_cross_ref_id(entry.cross_ref_id);
            monitor.set_watchers(static_cast<std::uint32_t>(entry.watchers.size()));
            monitor.set_state(state_of(entry));
        }
        reactor->Finish(grpc::Status::OK);
    });
    return reactor;
}

}  // namespace ctiengine::rpc
