/*
 * csta_routing.h: routing of calls by the program.
 */
#pragma once

#include "csta_types.h"

typedef long RouteRegisterReqID_t;
typedef long RoutingCrossRefID_t;
typedef short RetryValue_t; /* retries left, or one of the two constants */

#define noListAvailable (-1)
#define noCountAvailable (-2)

/* clang-format off */
typedef enum SelectValue_t {
    SV_NORMAL = 0,       svNormal = SV_NORMAL,
    SV_LEAST_COST = 1,   svLeastCost = SV_LEAST_COST,
    SV_EMERGENCY = 2,    svEmergency = SV_EMERGENCY,
    SV_ACD = 3,          svAcd = SV_ACD,
    SV_USER_DEFINED = 4, svUserDefined = SV_USER_DEFINED
} SelectValue_t;
/* clang-format on */

/* Value points to length bytes */
typedef struct SetUpValues_t {
    unsigned int length;
    unsigned char* value;
} SetUpValues_t;

/* CSTA_ROUTE_REGISTER_REQ: route the calls of routingDevice (a VDN) from now on */
typedef struct CSTARouteRegisterReq_t {
    DeviceID_t routingDevice;
} CSTARouteRegisterReq_t;

/* CSTA_ROUTE_REGISTER_REQ_CONF */
typedef struct CSTARouteRegisterReqConfEvent_t {
    RouteRegisterReqID_t registerReqID;
} CSTARouteRegisterReqConfEvent_t;

/* CSTA_ROUTE_REGISTER_CANCEL */
typedef struct CSTARouteRegisterCancel_t {
    RouteRegisterReqID_t routeRegisterReqID;
} CSTARouteRegisterCancel_t;

/* CSTA_ROUTE_REGISTER_CANCEL_CONF */
typedef struct CSTARouteRegisterCancelConfEvent_t {
    RouteRegisterReqID_t routeRegisterReqID;
} CSTARouteRegisterCancelConfEvent_t;

/* CSTA_ROUTE_REGISTER_ABORT */
typedef struct CSTARouteRegisterAbortEvent_t {
    RouteRegisterReqID_t routeRegisterReqID;
} CSTARouteRegisterAbortEvent_t;

/* CSTA_ROUTE_REQUEST: where shall this call go? */
typedef struct CSTARouteRequestEvent_t {
    RouteRegisterReqID_t routeRegisterReqID;
    RoutingCrossRefID_t routingCrossRefID;
    DeviceID_t currentRoute;
    DeviceID_t callingDevice;
    ConnectionID_t routedCall;
    SelectValue_t routedSelAlgorithm;
    unsigned char priority;
    SetUpValues_t setupInformation;
} CSTARouteRequestEvent_t;

/* CSTA_ROUTE_SELECT_REQUEST, CSTA_ROUTE_SELECT_INV_REQUEST */
typedef struct CSTARouteSelectRequest_t {
    RouteRegisterReqID_t routeRegisterReqID;
    RoutingCrossRefID_t routingCrossRefID;
    DeviceID_t routeSelected;
    RetryValue_t remainRetry;
    SetUpValues_t setupInformation;
    unsigned char routeUsedReq;
} CSTARouteSelectRequest_t;

/* CSTA_RE_ROUTE_REQUEST: the last answer did not work; give another */
typedef struct CSTAReRouteRequest_t {
    RouteRegisterReqID_t routeRegisterReqID;
    RoutingCrossRefID_t routingCrossRefID;
} CSTAReRouteRequest_t;

/* CSTA_ROUTE_USED: where the call went */
typedef struct CSTARouteUsedEvent_t {
    RouteRegisterReqID_t routeRegisterReqID;
    RoutingCrossRefID_t routingCrossRefID;
    DeviceID_t routeUsed;
    DeviceID_t callingDevice;
    unsigned char domain;
} CSTARouteUsedEvent_t;

/* CSTA_ROUTE_END: the routing dialogue is over */
typedef struct CSTARouteEndEvent_t {
    RouteRegisterReqID_t routeRegisterReqID;
    RoutingCrossRefID_t routingCrossRefID;
    CSTAUniversalFailure_t errorValue;
} CSTARouteEndEvent_t;

/* CSTA_ROUTE_END_REQUEST, CSTA_ROUTE_END_INV_REQUEST */
typedef struct CSTARouteEndRequest_t {
    RouteRegisterReqID_t routeRegisterReqID;
    RoutingCrossRefID_t routingCrossRefID;
    CSTAUniversalFailure_t errorValue;
} CSTARouteEndRequest_t;

/* CSTA_ROUTE_REQUEST_EXT */
typedef struct CSTARouteRequestExtEvent_t {
    RouteRegisterReqID_t routeRegisterReqID;
    RoutingCrossRefID_t routingCrossRefID;
    CalledDeviceID_t currentRoute;
    CallingDeviceID_t callingDevice;
    ConnectionID_t routedCall;
    SelectValue_t routedSelAlgorithm;
    unsigned char priority;
    SetUpValues_t setupInformation;
} CSTARouteRequestExtEvent_t;

/* CSTA_ROUTE_USED_EXT */
typedef struct CSTARouteUsedExtEvent_t {
    RouteRegisterReqID_t routeRegisterReqID;
    RoutingCrossRefID_t routingCrossRefID;
    CalledDeviceID_t routeUsed;
    CallingDeviceID_t callingDevice;
    unsigned char domain;
} CSTARouteUsedExtEvent_t;

typedef CSTARouteSelectRequest_t CSTARouteSelectInvRequest_t;
typedef CSTARouteEndRequest_t CSTARouteEndInvRequest_t;
