#include "tsapi-worker/tsapi/abi_conversions.hpp"
#include "tsapi-worker/tsapi/c_text.hpp"
#include "tsapi-worker/tsapi/event_decoder.hpp"

namespace ctiengine::tsapi {

std::optional<csta::FeatureEvent> decode_feature_event(EventType_t type, const CSTAUnsolicitedEvent& event) {
    const auto& u = event.u;
    switch (type) {
        case CSTA_FORWARDING:
            return csta::ForwardingChanged{
                typed(u.forwarding.device), typed(u.forwarding.forwardingInformation)};
        case CSTA_DO_NOT_DISTURB:
            return csta::DoNotDisturbChanged{
                typed(u.doNotDisturb.device), u.doNotDisturb.doNotDisturbOn != 0};
        case CSTA_MESSAGE_WAITING:
            return csta::MessageWaitingChanged{
                typed(u.messageWaiting.deviceForMessage), typed(u.messageWaiting.invokingDevice),
                u.messageWaiting.messageWaitingOn != 0};
        case CSTA_BACK_IN_SERVICE:
            return csta::InServiceChanged{
                text_of(u.backInService.device), true, typed(u.backInService.cause)};
        case CSTA_OUT_OF_SERVICE:
            return csta::InServiceChanged{text_of(u.outOfService.device), false, typed(u.outOfService.cause)};
        default: return std::nullopt;
    }
}

}  // namespace ctiengine::tsapi
