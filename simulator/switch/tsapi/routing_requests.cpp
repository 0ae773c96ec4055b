// Routing: who asks to be asked, and the answers (tsapi: 3, 7.7).
#include "simulator/switch/tsapi/request.hpp"

namespace ctiengine::simulator {
namespace {

template <class Att>
void read_choice(const Att& given, RouteChoice& choice) {
    choice.dest_route = text_of(given.destRoute);
    choice.direct_agent_split = text_of(given.directAgentCallSplit);
    choice.user_data = from_abi_user_data(given.userInfo);
    if (given.collectCode.type == UC_TONE_DETECTOR) {
        choice.collect_digits = given.collectCode.digitsToBeCollected;
    }
    if (given.userProvidedCode.type == UP_DATA_BASE_PROVIDED) {
        choice.provided =
            EnteredCode{UE_DATA_BASE_PROVIDED, UE_ENTERED, text_of(given.userProvidedCode.data), {}};
    }
    if constexpr (requires { given.redirectType; }) {
        choice.through_network = given.redirectType == ATT_REDIRECT_NETWORK;
    }
}

RouteChoice choice_of(const Request& request, const CSTARouteSelectRequest_t& asked) {
    RouteChoice choice{text_of(asked.routeSelected)};
    if (const auto* newest = request.att.as<ATTRouteSelect_t>()) read_choice(*newest, choice);
    if (const auto* v6 = request.att.as<ATTV6RouteSelect_t>()) read_choice(*v6, choice);
    if (const auto* v5 = request.att.as<ATTV5RouteSelect_t>()) read_choice(*v5, choice);
    return choice;
}

/// The old forms of both requests have no number by which a refusal could be told.
Reply refuse_unless_silent(const Request& request, bool silent) {
    if (silent) return no_answer();
    return request.refuse(Denial::UnknownMonitor, "this stream has no such route request");
}

template <class Asked>
bool is_open(const Request& request, const Asked& asked) {
    const auto* dialogue = request.at.routes.find(request.stream, asked.routingCrossRefID);
    return dialogue != nullptr && dialogue->registration == asked.routeRegisterReqID;
}

Reply select(Request& request, bool silent) {
    const auto& asked = request.as<CSTARouteSelectRequest_t>();
    if (!is_open(request, asked)) return refuse_unless_silent(request, silent);
    request.at.routes.select(asked.routingCrossRefID, choice_of(request, asked), asked.routeUsedReq != 0);
    return no_answer();
}

Reply end(Request& request, bool silent) {
    const auto& asked = request.as<CSTARouteEndRequest_t>();
    if (!is_open(request, asked)) return refuse_unless_silent(request, silent);
    request.at.routes.give_up(asked.routingCrossRefID);
    return no_answer();
}

}  // namespace

Reply route_register(Request& request) {
    const auto device = text_of(request.as<CSTARouteRegisterReq_t>().routingDevice);
    if (!device.empty() && request.at.telephone_switch.core().directory.vdn(device) == nullptr) {
        return request.refuse(Denial::UnknownDevice, "'" + device + "' is no VDN");
    }
    CSTARouteRegisterReqConfEvent_t abi{};
    abi.registerReqID = request.at.routes.start(request.stream, device);
    if (abi.registerReqID == 0) {
        return request.refuse(Denial::RouteRegistered, "'" + device + "' is routed by a program already");
    }
    return confirmation(CSTA_ROUTE_REGISTER_REQ_CONF, abi);
}

Reply route_register_cancel(Request& request) {
    CSTARouteRegisterCancelConfEvent_t abi{};
    abi.routeRegisterReqID = request.as<CSTARouteRegisterCancel_t>().routeRegisterReqID;
    if (!request.at.routes.cancel(request.stream, abi.routeRegisterReqID)) {
        return request.refuse(Denial::UnknownMonitor, "this stream has no such registration");
    }
    return confirmation(CSTA_ROUTE_REGISTER_CANCEL_CONF, abi);
}

Reply route_select(Request& request) {
    return select(request, true);
}

Reply route_select_inv(Request& request) {
    return select(request, false);
}

Reply route_end(Request& request) {
    return end(request, true);
}

Reply route_end_inv(Request& request) {
    return end(request, false);
}

}  // namespace ctiengine::simulator
