// The functions of attpriv.h for route select: layouts of private data versions 5, 6 and 7.
#include "simulator/tsapi_standin/attpriv/encode.hpp"

using namespace ctiengine::tsapi_standin;

namespace {

/// What all versions of the message have in common; each pointer may be null.
struct Route {
    const DeviceID_t* calling_device;
    const DeviceID_t* split;
    Boolean priority;
    const DeviceID_t* route;
    const ATTUserCollectCode_t* collect_code;
    const ATTUserProvidedCode_t* provided_code;
};

template <class Pdu, class UserInfo>
Pdu route_select(const Route& route, const UserInfo* user_info) {
    Pdu pdu{};
    copy_text(pdu.callingDevice, route.calling_device);
    copy_text(pdu.directAgentCallSplit, route.split);
    pdu.priorityCalling = static_cast<unsigned char>(route.priority);
    copy_text(pdu.destRoute, route.route);
    if (route.collect_code != nullptr) pdu.collectCode = *route.collect_code;
    if (route.provided_code != nullptr) pdu.userProvidedCode = *route.provided_code;
    pdu.userInfo = user_info_from(user_info);
    return pdu;
}

}  // namespace

extern "C" {

RetCode_t attRouteSelect(
    ATTPrivateData_t* privateData,
    DeviceID_t* callingDevice,
    DeviceID_t* directAgentCallSplit,
    Boolean priorityCalling,
    DeviceID_t* destRoute,
    ATTUserCollectCode_t* collectCode,
    ATTUserProvidedCode_t* userProvidedCode,
    ATTV5UserToUserInfo_t* userInfo
) {
    const Route route{callingDevice, directAgentCallSplit, priorityCalling,
                      destRoute,     collectCode,          userProvidedCode};
    return put_att(privateData, ATTV5_ROUTE_SELECT, route_select<ATTV5RouteSelect_t>(route, userInfo));
}

RetCode_t attV6RouteSelect(
    ATTPrivateData_t* privateData,
    DeviceID_t* callingDevice,
    DeviceID_t* directAgentCallSplit,
    Boolean priorityCalling,
    DeviceID_t* destRoute,
    ATTUserCollectCode_t* collectCode,
    ATTUserProvidedCode_t* userProvidedCode,
    ATTUserToUserInfo_t* userInfo
) {
    const Route route{callingDevice, directAgentCallSplit, priorityCalling,
                      destRoute,     collectCode,          userProvidedCode};
    return put_att(privateData, ATTV6_ROUTE_SELECT, route_select<ATTV6RouteSelect_t>(route, userInfo));
}

RetCode_t attV7RouteSelect(
    ATTPrivateData_t* privateData,
    DeviceID_t* callingDevice,
    DeviceID_t* directAgentCallSplit,
    Boolean priorityCalling,
    DeviceID_t* destRoute,
    ATTUserCollectCode_t* collectCode,
    ATTUserProvidedCode_t* userProvidedCode,
    ATTUserToUserInfo_t* userInfo,
    ATTRedirectType_t networkredirect
) {
    const Route route{callingDevice, directAgentCallSplit, priorityCalling,
                      destRoute,     collectCode,          userProvidedCode};
    auto pdu = route_select<ATTRouteSelect_t>(route, userInfo);
    pdu.redirectType = networkredirect;
    return put_att(privateData, ATT_ROUTE_SELECT, pdu);
}

}  // extern "C"
