// Predictive calls (tsapi: 3, 6.2).
#include "simulator/switch/tsapi/request.hpp"

namespace ctiengine::simulator {
namespace {

template <class Att>
void put_options(PredictiveCall& call, const Att* given) {
    if (given == nullptr) return;
    call.options.user_data = from_abi_user_data(given->userInfo);
    call.options.dest_route = text_of(given->destRoute);
    call.options.priority = given->priorityCalling != 0;
    call.treatment = given->answerTreat;
    call.max_rings = given->maxRings;
}

}  // namespace

Reply make_predictive_call(Request& request) {
    const auto& asked = request.as<CSTAMakePredictiveCall_t>();
    PredictiveCall call{text_of(asked.callingDevice), text_of(asked.calledDevice)};
    call.allocation = asked.allocationState;
    put_options(call, request.att.as<ATTMakePredictiveCall_t>());
    put_options(call, request.att.as<ATTV5MakePredictiveCall_t>());
    const auto made = request.at.telephone_switch.predictive().make(call);
    if (!made) return made.error();
    CSTAMakePredictiveCallConfEvent_t abi{};
    abi.newCall = to_abi(made->connection);
    auto frame = confirmation(CSTA_MAKE_PREDICTIVE_CALL_CONF, abi);
    if (request.version() >= 5 && request.at.telephone_switch.plan().profile.send_ucid) {
        ATTMakePredictiveCallConfEvent_t att{};
        put_text(att.ucid, made->ucid);
        put_private(frame, ATT_MAKE_PREDICTIVE_CALL_CONF, att);
    }
    return frame;
}

}  // namespace ctiengine::simulator
