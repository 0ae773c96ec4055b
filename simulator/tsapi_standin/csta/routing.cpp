// The routing functions of csta.h.
#include "simulator/tsapi_standin/csta/send_request.hpp"

using namespace ctiengine::tsapi_standin;

namespace {

/// What the program says about the rest of the route; null set-up information is none.
CSTARouteSelectRequest_t route_from(
    RouteRegisterReqID_t registration,
    RoutingCrossRefID_t cross_reference,
    const DeviceID_t* route,
    RetryValue_t retries,
    const SetUpValues_t* set_up,
    Boolean wants_route_used
) {
    CSTARouteSelectRequest_t pdu{};
    pdu.routeRegisterReqID = registration;
    pdu.routingCrossRefID = cross_reference;
    copy_text(pdu.routeSelected, route);
    pdu.remainRetry = retries;
    if (set_up != nullptr) pdu.setupInformation = *set_up;
    pdu.routeUsedReq = static_cast<unsigned char>(wants_route_used);
    return pdu;
}

}  // namespace

extern "C" {

RetCode_t cstaRouteRegisterReq(
    ACSHandle_t acsHandle, InvokeID_t invokeID, DeviceID_t* routingDevice, PrivateData_t* privateData
) {
    if (any_null(routingDevice)) return ACSERR_BADPARAMETER;
    CSTARouteRegisterReq_t pdu{};
    copy_text(pdu.routingDevice, routingDevice);
    return send_request(acsHandle, invokeID, CSTA_ROUTE_REGISTER_REQ, pdu, privateData);
}

RetCode_t cstaRouteRegisterCancel(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    RouteRegisterReqID_t routeRegisterReqID,
    PrivateData_t* privateData
) {
    const CSTARouteRegisterCancel_t pdu{routeRegisterReqID};
    return send_request(acsHandle, invokeID, CSTA_ROUTE_REGISTER_CANCEL, pdu, privateData);
}

RetCode_t cstaRouteSelect(
    ACSHandle_t acsHandle,
    RouteRegisterReqID_t routeRegisterReqID,
    RoutingCrossRefID_t routingCrossRefID,
    DeviceID_t* routeSelected,
    RetryValue_t remainRetry,
    SetUpValues_t* setupInformation,
    Boolean routeUsedReq,
    PrivateData_t* privateData
) {
    if (any_null(routeSelected)) return ACSERR_BADPARAMETER;
    const auto pdu = route_from(
        routeRegisterReqID, routingCrossRefID, routeSelected, remainRetry, setupInformation, routeUsedReq
    );
    return send_unconfirmed(acsHandle, CSTAREQUEST, 0, CSTA_ROUTE_SELECT_REQUEST, pdu, privateData);
}

RetCode_t cstaRouteEnd(
    ACSHandle_t acsHandle,
    RouteRegisterReqID_t routeRegisterReqID,
    RoutingCrossRefID_t routingCrossRefID,
    CSTAUniversalFailure_t errorValue,
    PrivateData_t* privateData
) {
    const CSTARouteEndRequest_t pdu{routeRegisterReqID, routingCrossRefID, errorValue};
    return send_unconfirmed(acsHandle, CSTAREQUEST, 0, CSTA_ROUTE_END_REQUEST, pdu, privateData);
}

RetCode_t cstaRouteSelectInv(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    RouteRegisterReqID_t routeRegisterReqID,
    RoutingCrossRefID_t routingCrossRefID,
    DeviceID_t* routeSelected,
    RetryValue_t remainRetry,
    SetUpValues_t* setupInformation,
    Boolean routeUsedReq,
    PrivateData_t* privateData
) {
    if (any_null(routeSelected)) return ACSERR_BADPARAMETER;
    const auto pdu = route_from(
        routeRegisterReqID, routingCrossRefID, routeSelected, remainRetry, setupInformation, routeUsedReq
    );
    return send_request(acsHandle, invokeID, CSTA_ROUTE_SELECT_INV_REQUEST, pdu, privateData);
}

RetCode_t cstaRouteEndInv(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    RouteRegisterReqID_t routeRegisterReqID,
    RoutingCrossRefID_t routingCrossRefID,
    CSTAUniversalFailure_t errorValue,
    PrivateData_t* privateData
) {
    const CSTARouteEndRequest_t pdu{routeRegisterReqID, routingCrossRefID, errorValue};
    return send_request(acsHandle, invokeID, CSTA_ROUTE_END_INV_REQUEST, pdu, privateData);
}

}  // extern "C"
