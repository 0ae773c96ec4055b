#include "common/csta_proto/request_fields.hpp"

namespace ctiengine::csta_proto {

namespace {

void to_proto(const csta::CollectCode& code, pb::CollectCode& out) {
    out.set_type(code.type);
    out.set_digits(code.digits);
    out.set_timeout_s(code.timeout_s);
    csta_proto::to_proto(code.party, *out.mutable_party());
    out.set_specific_event(code.specific_event);
}
csta::CollectCode from_proto(const pb::CollectCode& in) {
    return {in.type(), in.digits(), in.timeout_s(), csta_proto::from_proto(in.party()), in.specific_event()};
}

void to_proto(const csta::ProvidedCode& code, pb::ProvidedCode& out) {
    out.set_type(code.type);
    out.set_digits(code.digits);
}
csta::ProvidedCode from_proto(const pb::ProvidedCode& in) {
    return {in.type(), in.digits()};
}

}  // namespace

void write(const csta::RouteSelect& typed, pb::Request& out) {
    auto& message = *out.mutable_route_select();
    message.set_routeing_device(typed.routeing_device);
    message.set_cross_ref(typed.cross_ref);
    message.set_selected(typed.selected);
    message.set_remaining_retries(typed.remaining_retries);
    message.set_route_used_wanted(typed.route_used_wanted);
    message.set_direct_agent_split(typed.direct_agent_split);
    message.set_priority(typed.priority);
    message.set_dest_route(typed.dest_route);
    if (typed.collect) to_proto(*typed.collect, *message.mutable_collect());
    if (typed.provided) to_proto(*typed.provided, *message.mutable_provided());
    if (typed.user_data) to_proto(*typed.user_data, *message.mutable_user_data());
    message.set_network_redirection(typed.network_redirection);
}
csta::RouteSelect read(const pb::RouteSelect& in) {
    return {
        in.routeing_device(),
        in.cross_ref(),
        in.selected(),
        in.remaining_retries(),
        in.route_used_wanted(),
        in.direct_agent_split(),
        in.priority(),
        in.dest_route(),
        in.has_collect() ? std::optional(from_proto(in.collect())) : std::nullopt,
        in.has_provided() ? std::optional(from_proto(in.provided())) : std::nullopt,
        user_data_from(in.has_user_data(), in.user_data()),
        in.network_redirection()};
}

void write(const csta::RouteEnd& typed, pb::Request& out) {
    auto& message = *out.mutable_route_end();
    message.set_routeing_device(typed.routeing_device);
    message.set_cross_ref(typed.cross_ref);
    message.set_error(number(typed.error));
}
csta::RouteEnd read(const pb::RouteEnd& in) {
    return {in.routeing_device(), in.cross_ref(), static_cast<csta::UniversalFailure>(in.error())};
}

}  // namespace ctiengine::csta_proto
