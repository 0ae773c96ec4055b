// Features of stations: forwarding, do not disturb, message waiting, last number (tsapi: 3, 4.4).
#include "simulator/switch/tsapi/request.hpp"

namespace ctiengine::simulator {
namespace {

constexpr unsigned kCti = 0x10;  // the application that lights the lamp for requests

StationFeatures& features(const Request& request) {
    return request.at.telephone_switch.features();
}

}  // namespace

Reply set_forwarding(Request& request) {
    const auto& asked = request.as<CSTASetFwd_t>();
    const auto& forward = asked.forward;
    if (forward.forwardingType != FWD_IMMEDIATE &&
        request.at.telephone_switch.plan().profile.forward_immediate_only) {
        return request.refuse(Denial::ForwardingType, "this switch forwards all calls or none by request");
    }
    return confirm<CSTASetFwdConfEvent_t>(
        features(request).set_forwarding(
            text_of(asked.device),
            {forward.forwardingType, forward.forwardingOn != 0, text_of(forward.forwardDN)}
        ),
        CSTA_SET_FWD_CONF
    );
}

Reply query_forwarding(Request& request) {
    const auto found = features(request).forwarding(text_of(request.as<CSTAQueryFwd_t>().device));
    if (!found) return found.error();
    CSTAQueryFwdConfEvent_t abi{};
    for (const auto& forwarding : *found) {
        if (abi.forward.count == std::size(abi.forward.param)) break;
        auto& param = abi.forward.param[abi.forward.count++];
        param.forwardingType = forwarding.type;
        param.forwardingOn = forwarding.on ? 1 : 0;
        put_text(param.forwardDN, forwarding.to);
    }
    return confirmation(CSTA_QUERY_FWD_CONF, abi);
}

Reply set_do_not_disturb(Request& request) {
    const auto& asked = request.as<CSTASetDnd_t>();
    return confirm<CSTASetDndConfEvent_t>(
        features(request).set_send_all_calls(text_of(asked.device), asked.doNotDisturb != 0),
        CSTA_SET_DND_CONF
    );
}

Reply query_do_not_disturb(Request& request) {
    const auto on = features(request).send_all_calls(text_of(request.as<CSTAQueryDnd_t>().device));
    if (!on) return on.error();
    CSTAQueryDndConfEvent_t abi{};
    abi.doNotDisturb = *on ? 1 : 0;
    return confirmation(CSTA_QUERY_DND_CONF, abi);
}

Reply set_message_waiting(Request& request) {
    const auto& asked = request.as<CSTASetMwi_t>();
    return confirm<CSTASetMwiConfEvent_t>(
        features(request).set_message_waiting(text_of(asked.device), asked.messages != 0, kCti),
        CSTA_SET_MWI_CONF
    );
}

Reply query_message_waiting(Request& request) {
    const auto lit_by = features(request).message_applications(text_of(request.as<CSTAQueryMwi_t>().device));
    if (!lit_by) return lit_by.error();
    CSTAQueryMwiConfEvent_t abi{};
    abi.messages = *lit_by != 0 ? 1 : 0;
    auto frame = confirmation(CSTA_QUERY_MWI_CONF, abi);
    if (request.version() > 0) {
        ATTQueryMwiConfEvent_t att{};
        att.applicationType = static_cast<ATTMwiApplication_t>(*lit_by);
        put_private(frame, ATT_QUERY_MWI_CONF, att);
    }
    return frame;
}

Reply query_last_number(Request& request) {
    const auto number = features(request).last_number(text_of(request.as<CSTAQueryLastNumber_t>().device));
    if (!number) return number.error();
    CSTAQueryLastNumberConfEvent_t abi{};
    put_text(abi.lastNumber, *number);
    return confirmation(CSTA_QUERY_LAST_NUMBER_CONF, abi);
}

}  // namespace ctiengine::simulator
