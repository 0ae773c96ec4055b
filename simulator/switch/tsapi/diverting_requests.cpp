// Deflect and directed pickup (tsapi: 3, 7.2, 7.5).
#include "simulator/switch/tsapi/request.hpp"

namespace ctiengine::simulator {

Reply deflect_call(Request& request) {
    const auto& asked = request.as<CSTADeflectCall_t>();
    return confirm<CSTADeflectCallConfEvent_t>(
        request.at.telephone_switch.diverting().deflect(
            from_abi(asked.deflectCall), text_of(asked.calledDevice)
        ),
        CSTA_DEFLECT_CALL_CONF
    );
}

Reply pickup_call(Request& request) {
    const auto& asked = request.as<CSTAPickupCall_t>();
    return confirm<CSTAPickupCallConfEvent_t>(
        request.at.telephone_switch.diverting().pick_up(
            from_abi(asked.deflectCall), text_of(asked.calledDevice)
        ),
        CSTA_PICKUP_CALL_CONF
    );
}

}  // namespace ctiengine::simulator
