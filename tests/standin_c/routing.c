/* A routing application registers; a switch without vector directory numbers says no. */
#include "tests/standin_c/steps.h"

static void cancel(Session* session, RouteRegisterReqID_t registration) {
    const InvokeID_t invoke = next_invoke(session);
    CHECK_INT(tsapi.cstaRouteRegisterCancel(session->handle, invoke, registration, NULL), ACSPOSITIVE_ACK);
    Event* event = confirmation(session, invoke, CSTA_ROUTE_REGISTER_CANCEL_CONF);
    CHECK_INT(event->body->event.cstaConfirmation.u.routeCancel.routeRegisterReqID, registration);
}

void routing(Session* session) {
    DeviceID_t device;
    SET(device, "5001");
    doing("registering for routing");
    const InvokeID_t invoke = next_invoke(session);
    CHECK_INT(tsapi.cstaRouteRegisterReq(session->handle, invoke, &device, NULL), ACSPOSITIVE_ACK);
    Event* event = read_event(session);
    CHECK_INT(event->body->eventHeader.eventClass, CSTACONFIRMATION);
    CHECK_INT(event->body->event.cstaConfirmation.invokeID, invoke);
    if (event->body->eventHeader.eventType != CSTA_UNIVERSAL_FAILURE_CONF) {
        CHECK_INT(event->body->eventHeader.eventType, CSTA_ROUTE_REGISTER_REQ_CONF);
        cancel(session, event->body->event.cstaConfirmation.u.routeRegister.registerReqID);
    }
    doing("ending routes that nobody asked for");
    const InvokeID_t end = next_invoke(session);
    CHECK_INT(
        tsapi.cstaRouteEndInv(session->handle, end, 999, 999, GENERIC_UNSPECIFIED, NULL), ACSPOSITIVE_ACK
    );
    was_refused(session, end); /* a server may also pass over it: the message has no confirmation */
    nothing_left(session);
}
