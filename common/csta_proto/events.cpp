#include "common/csta_proto/event_fields.hpp"

#include <google/protobuf/util/time_util.h>

namespace ctiengine::csta_proto {
namespace {

struct BodyWriter {
    pb::CallEvent& out;

    void operator()(const csta::ServiceInitiated& m) const {
        to_proto(m.initiated, *out.mutable_service_initiated()->mutable_initiated());
    }
    void operator()(const csta::Originated& m) const {
        auto& event = *out.mutable_originated();
        to_proto(m.originated, *event.mutable_originated());
        to_proto(m.calling, *event.mutable_calling());
        to_proto(m.called, *event.mutable_called());
    }
    void operator()(const csta::Delivered& m) const {
        auto& event = *out.mutable_delivered();
        to_proto(m.connection, *event.mutable_connection());
        to_proto(m.alerting, *event.mutable_alerting());
        parties(m, event);
    }
    void operator()(const csta::Established& m) const {
        auto& event = *out.mutable_established();
        to_proto(m.established, *event.mutable_established());
        to_proto(m.answering, *event.mutable_answering());
        parties(m, event);
    }
    void operator()(const csta::Held& m) const {
        to_proto(m.held, *out.mutable_held()->mutable_held());
        to_proto(m.holding, *out.mutable_held()->mutable_holding());
    }
    void operator()(const csta::Retrieved& m) const {
        to_proto(m.retrieved, *out.mutable_retrieved()->mutable_retrieved());
        to_proto(m.retrieving, *out.mutable_retrieved()->mutable_retrieving());
    }
    void operator()(const csta::Queued& m) const {
        auto& event = *out.mutable_queued();
        to_proto(m.queued, *event.mutable_queued());
        to_proto(m.queue, *event.mutable_queue());
        parties(m, event);
        event.set_number_queued(m.number_queued);
    }
    void operator()(const csta::Diverted& m) const {
        auto& event = *out.mutable_diverted();
        to_proto(m.connection, *event.mutable_connection());
        to_proto(m.diverting, *event.mutable_diverting());
        to_proto(m.new_destination, *event.mutable_new_destination());
    }
    void operator()(const csta::Transferred& m) const {
        auto& event = *out.mutable_transferred();
        old_calls(m, event);
        to_proto(m.transferring, *event.mutable_transferring());
        to_proto(m.transferred_to, *event.mutable_transferred_to());
    }
    void operator()(const csta::Conferenced& m) const {
        auto& event = *out.mutable_conferenced();
        old_calls(m, event);
        to_proto(m.controller, *event.mutable_controller());
        to_proto(m.added, *event.mutable_added());
    }
    void operator()(const csta::Failed& m) const {
        auto& event = *out.mutable_failed();
        to_proto(m.failed, *event.mutable_failed());
        to_proto(m.failing, *event.mutable_failing());
        to_proto(m.calling, *event.mutable_calling());
        to_proto(m.called, *event.mutable_called());
    }
    void operator()(const csta::NetworkReached& m) const {
        auto& event = *out.mutable_network_reached();
        to_proto(m.connection, *event.mutable_connection());
        to_proto(m.trunk_used, *event.mutable_trunk_used());
        to_proto(m.called, *event.mutable_called());
        event.set_progress_location(m.progress_location);
        event.set_progress_description(m.progress_description);
    }
    void operator()(const csta::ConnectionCleared& m) const {
        to_proto(m.dropped, *out.mutable_connection_cleared()->mutable_dropped());
        to_proto(m.releasing, *out.mutable_connection_cleared()->mutable_releasing());
    }
    void operator()(const csta::CallCleared& m) const {
        to_proto(m.cleared, *out.mutable_call_cleared()->mutable_cleared());
    }
    void operator()(const csta::CallInformation& m) const {
        auto& event = *out.mutable_call_information();
        to_proto(m.connection, *event.mutable_connection());
        to_proto(m.device, *event.mutable_device());
        event.set_account(m.account);
        event.set_authorisation(m.authorisation);
    }
    void operator()(const csta::EnteredDigits& m) const {
        to_proto(m.connection, *out.mutable_entered_digits()->mutable_connection());
        out.mutable_entered_digits()->set_digits(m.digits);
    }

  private:
    template <class Typed, class Message>
    static void parties(const Typed& typed, Message& event) {
        to_proto(typed.calling, *event.mutable_calling());
        to_proto(typed.called, *event.mutable_called());
        to_proto(typed.last_redirection, *event.mutable_last_redirection());
    }
    template <class Typed, class Message>
    static void old_calls(const Typed& typed, Message& event) {
        to_proto(typed.primary_old, *event.mutable_primary_old());
        to_proto(typed.secondary_old, *event.mutable_secondary_old());
        connections_to(typed.connections, event);
    }
};

struct EventWriter {
    pb::Event& out;

    void operator()(const csta::CallEvent& m) const {
        auto& call = *out.mutable_call();
        call.set_local(number(m.local));
        call.set_cause(number(m.cause));
        to_proto(m.private_data, *call.mutable_private_data());
        std::visit(BodyWriter{call}, m.body);
    }
    void operator()(const csta::AgentEvent& m) const {
        auto& agent = *out.mutable_agent();
        agent.set_kind(number(m.kind));
        to_proto(m.agent_device, *agent.mutable_agent_device());
        agent.set_agent_id(m.agent_id);
        agent.set_group(m.group);
        agent.set_work_mode(number(m.work_mode));
        agent.set_reason_code(m.reason_code);
        agent.set_pending_work_mode(number(m.pending_work_mode));
        agent.set_pending_reason_code(m.pending_reason_code);
    }
    void operator()(const csta::MonitorEnded& m) const {
        out.mutable_monitor_ended()->set_cause(number(m.cause));
    }
    void operator()(const csta::SystemStatusChanged& m) const {
        out.mutable_system_status()->set_status(number(m.status));
    }
    void operator()(const csta::FeatureEvent& m) const { to_proto(m, *out.mutable_feature()); }
    void operator()(const csta::RouteEvent& m) const { to_proto(m, *out.mutable_route()); }
    void operator()(const csta::MonitorResumed&) const { out.mutable_monitor_resumed(); }
};

csta::Delivered read(const pb::Delivered& in) {
    return {
        from_proto(in.connection()), from_proto(in.alerting()), from_proto(in.calling()),
        from_proto(in.called()), from_proto(in.last_redirection())};
}
csta::Established read(const pb::Established& in) {
    return {
        from_proto(in.established()), from_proto(in.answering()), from_proto(in.calling()),
        from_proto(in.called()), from_proto(in.last_redirection())};
}
csta::Queued read(const pb::Queued& in) {
    return {from_proto(in.queued()),           from_proto(in.queue()),
            from_proto(in.calling()),          from_proto(in.called()),
            from_proto(in.last_redirection()), in.number_queued()};
}
csta::Transferred read(const pb::Transferred& in) {
    return {
        from_proto(in.primary_old()), from_proto(in.secondary_old()), from_proto(in.transferring()),
        from_proto(in.transferred_to()), connections_from(in.connections())};
}
csta::Conferenced read(const pb::Conferenced& in) {
    return {
        from_proto(in.primary_old()), from_proto(in.secondary_old()), from_proto(in.controller()),
        from_proto(in.added()), connections_from(in.connections())};
}
csta::NetworkReached read(const pb::NetworkReached& in) {
    return {
        from_proto(in.connection()), from_proto(in.trunk_used()), from_proto(in.called()),
        in.progress_location(), in.progress_description()};
}
csta::Failed read(const pb::Failed& in) {
    return {
        from_proto(in.failed()), from_proto(in.failing()), from_proto(in.calling()), from_proto(in.called())};
}
csta::Diverted read(const pb::Diverted& in) {
    return {from_proto(in.connection()), from_proto(in.diverting()), from_proto(in.new_destination())};
}
csta::Originated read(const pb::Originated& in) {
    return {from_proto(in.originated()), from_proto(in.calling()), from_proto(in.called())};
}

std::optional<csta::CallEventBody> body_from(const pb::CallEvent& in) {
    using Body = pb::CallEvent::BodyCase;
    switch (in.body_case()) {
        case Body::kServiceInitiated:
            return csta::ServiceInitiated{from_proto(in.service_initiated().initiated())};
        case Body::kOriginated: return read(in.originated());
        case Body::kDelivered: return read(in.delivered());
        case Body::kEstablished: return read(in.established());
        case Body::kHeld: return csta::Held{from_proto(in.held().held()), from_proto(in.held().holding())};
        case Body::kRetrieved:
            return csta::Retrieved{
                from_proto(in.retrieved().retrieved()), from_proto(in.retrieved().retrieving())};
        case Body::kQueued: return read(in.queued());
        case Body::kDiverted: return read(in.diverted());
        case Body::kTransferred: return read(in.transferred());
        case Body::kConferenced: return read(in.conferenced());
        case Body::kFailed: return read(in.failed());
        case Body::kNetworkReached: return read(in.network_reached());
        case Body::kConnectionCleared: {
            const auto& cleared = in.connection_cleared();
            return csta::ConnectionCleared{from_proto(cleared.dropped()), from_proto(cleared.releasing())};
        }
        case Body::kCallCleared: return csta::CallCleared{from_proto(in.call_cleared().cleared())};
        case Body::kCallInformation: {
            const auto& info = in.call_information();
            return csta::CallInformation{
                from_proto(info.connection()), from_proto(info.device()), info.account(),
                info.authorisation()};
        }
        case Body::kEnteredDigits:
            return csta::EnteredDigits{
                from_proto(in.entered_digits().connection()), in.entered_digits().digits()};
        case Body::BODY_NOT_SET: break;
    }
    return std::nullopt;
}

csta::AgentEvent read(const pb::AgentEvent& in) {
    return {
        static_cast<csta::AgentEvent::Kind>(in.kind()),
        from_proto(in.agent_device()),
        in.agent_id(),
        in.group(),
        static_cast<csta::WorkMode>(in.work_mode()),
        in.reason_code(),
        static_cast<csta::WorkMode>(in.pending_work_mode()),
        in.pending_reason_code()};
}

}  // namespace

void to_proto(const csta::Event& event, pb::Event& out) {
    out.set_seq(event.seq);
    if (!event.concerns_everybody()) to_proto(event.object, *out.mutable_object());
    auto since_epoch =
        std::chrono::duration_cast<std::chrono::microseconds>(event.time.time_since_epoch()).count();
    *out.mutable_time() = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(since_epoch);
    out.set_synthetic(event.synthetic);
    std::visit(EventWriter{out}, event.what);
}

std::optional<csta::Event> from_proto(const pb::Event& in) {
    csta::Event event;
    event.seq = in.seq();
    event.object = from_proto(in.object());
    std::chrono::microseconds since_epoch(google::protobuf::util::TimeUtil::TimestampToMicroseconds(in.time())
    );
    event.time = std::chrono::system_clock::time_point(since_epoch);
    event.synthetic = in.synthetic();
    switch (in.what_case()) {
        case pb::Event::kCall: {
            auto body = body_from(in.call());
            if (!body) return std::nullopt;
            event.what = csta::CallEvent{
                std::move(*body), static_cast<csta::ConnectionState>(in.call().local()),
                static_cast<csta::EventCause>(in.call().cause()), from_proto(in.call().private_data())};
            return event;
        }
        case pb::Event::kAgent: event.what = read(in.agent()); return event;
        case pb::Event::kMonitorEnded:
            event.what = csta::MonitorEnded{static_cast<csta::EventCause>(in.monitor_ended().cause())};
            return event;
        case pb::Event::kSystemStatus:
            event.what =
                csta::SystemStatusChanged{static_cast<csta::SystemStatus>(in.system_status().status())};
            return event;
        case pb::Event::kFeature: {
            auto feature = from_proto(in.feature());
            if (!feature) return std::nullopt;
            event.what = std::move(*feature);
            return event;
        }
        case pb::Event::kRoute: {
            auto route = from_proto(in.route());
            if (!route) return std::nullopt;
            event.what = std::move(*route);
            return event;
        }
        case pb::Event::kMonitorResumed: event.what = csta::MonitorResumed{}; return event;
        case pb::Event::WHAT_NOT_SET: break;
    }
    return std::nullopt;
}

}  // namespace ctiengine::csta_proto
