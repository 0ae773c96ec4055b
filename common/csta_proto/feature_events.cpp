#include "common/csta_proto/event_fields.hpp"
#include "common/csta_proto/response_fields.hpp"

namespace ctiengine::csta_proto {
namespace {

struct Writer {
    pb::FeatureEvent& out;

    void operator()(const csta::ForwardingChanged& m) const {
        to_proto(m.device, *out.mutable_forwarding()->mutable_device());
        to_proto(m.forwarding, *out.mutable_forwarding()->mutable_forwarding());
    }
    void operator()(const csta::DoNotDisturbChanged& m) const {
        to_proto(m.device, *out.mutable_do_not_disturb()->mutable_device());
        out.mutable_do_not_disturb()->set_on(m.on);
    }
    void operator()(const csta::MessageWaitingChanged& m) const {
        auto& message = *out.mutable_message_waiting();
        to_proto(m.device_for_message, *message.mutable_device_for_message());
        to_proto(m.invoking, *message.mutable_invoking());
        message.set_on(m.on);
    }
    void operator()(const csta::InServiceChanged& m) const {
        auto& message = *out.mutable_in_service();
        message.set_device(m.device);
        message.set_in_service(m.in_service);
        message.set_cause(number(m.cause));
    }
};

csta::MessageWaitingChanged read(const pb::MessageWaitingChanged& in) {
    return {from_proto(in.device_for_message()), from_proto(in.invoking()), in.on()};
}
csta::InServiceChanged read(const pb::InServiceChanged& in) {
    return {in.device(), in.in_service(), static_cast<csta::EventCause>(in.cause())};
}

}  // namespace

void to_proto(const csta::FeatureEvent& event, pb::FeatureEvent& out) {
    std::visit(Writer{out}, event);
}

std::optional<csta::FeatureEvent> from_proto(const pb::FeatureEvent& in) {
    using Body = pb::FeatureEvent::BodyCase;
    switch (in.body_case()) {
        case Body::kForwarding:
            return csta::ForwardingChanged{
                from_proto(in.forwarding().device()), from_proto(in.forwarding().forwarding())};
        case Body::kDoNotDisturb:
            return csta::DoNotDisturbChanged{
                from_proto(in.do_not_disturb().device()), in.do_not_disturb().on()};
        case Body::kMessageWaiting: return read(in.message_waiting());
        case Body::kInService: return read(in.in_service());
        case Body::BODY_NOT_SET: break;
    }
    return std::nullopt;
}

}  // namespace ctiengine::csta_proto
