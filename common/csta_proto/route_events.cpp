#include "common/csta_proto/event_fields.hpp"

namespace ctiengine::csta_proto {
namespace {

struct Writer {
    pb::RouteEvent& out;

    void operator()(const csta::RouteRequested& m) const {
        auto& message = *out.mutable_requested();
        message.set_cross_ref(m.cross_ref);
        to_proto(m.current_route, *message.mutable_current_route());
        to_proto(m.calling, *message.mutable_calling());
        to_proto(m.routed_call, *message.mutable_routed_call());
        message.set_algorithm(m.algorithm);
        message.set_priority(m.priority);
        to_proto(m.private_data, *message.mutable_private_data());
    }
    void operator()(const csta::ReRouteRequested& m) const {
        out.mutable_re_requested()->set_cross_ref(m.cross_ref);
    }
    void operator()(const csta::RouteUsed& m) const {
        auto& message = *out.mutable_used();
        message.set_cross_ref(m.cross_ref);
        to_proto(m.used, *message.mutable_used());
        to_proto(m.calling, *message.mutable_calling());
        message.set_domain(m.domain);
        message.set_dest_route(m.dest_route);
    }
    void operator()(const csta::RouteEnded& m) const {
        out.mutable_ended()->set_cross_ref(m.cross_ref);
        out.mutable_ended()->set_error(number(m.error));
    }
    void operator()(const csta::RouteRegistrationEnded&) const { out.mutable_registration_ended(); }
};

csta::RouteRequested read(const pb::RouteRequested& in) {
    return {
        in.cross_ref(),
        from_proto(in.current_route()),
        from_proto(in.calling()),
        from_proto(in.routed_call()),
        in.algorithm(),
        in.priority(),
        from_proto(in.private_data())};
}
csta::RouteUsed read(const pb::RouteUsed& in) {
    return {in.cross_ref(), from_proto(in.used()), from_proto(in.calling()), in.domain(), in.dest_route()};
}

}  // namespace

void to_proto(const csta::RouteEvent& event, pb::RouteEvent& out) {
    std::visit(Writer{out}, event);
}

std::optional<csta::RouteEvent> from_proto(const pb::RouteEvent& in) {
    using Body = pb::RouteEvent::BodyCase;
    switch (in.body_case()) {
        case Body::kRequested: return read(in.requested());
        case Body::kReRequested: return csta::ReRouteRequested{in.re_requested().cross_ref()};
        case Body::kUsed: return read(in.used());
        case Body::kEnded:
            return csta::RouteEnded{
                in.ended().cross_ref(), static_cast<csta::UniversalFailure>(in.ended().error())};
        case Body::kRegistrationEnded: return csta::RouteRegistrationEnded{};
        case Body::BODY_NOT_SET: break;
    }
    return std::nullopt;
}

}  // namespace ctiengine::csta_proto
