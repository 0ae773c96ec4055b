/* A C11 program in the manner of those written for the vendor's library: has to compile without a warning. */
#include "tsapi-worker/tsapi/abi/acs.h"
/* the order in which programs include them */
#include "tsapi-worker/tsapi/abi/csta.h"
/* after both */
#include "tsapi-worker/tsapi/abi/attpriv.h"

#include <string.h>

RetCode_t dial(ACSHandle_t handle, const char* from, const char* to) {
    DeviceID_t calling;
    DeviceID_t called;
    ATTPrivateData_t priv;
    ATTUserToUserInfo_t uui;

    strncpy(calling, from, sizeof calling - 1);
    calling[sizeof calling - 1] = 0;
    strncpy(called, to, sizeof called - 1);
    called[sizeof called - 1] = 0;
    uui.type = UUI_IA5_ASCII;
    uui.data.length = 2;
    memcpy(uui.data.value, "hi", 2);
    if (attV6MakeCall(&priv, NULL, FALSE, &uui) < 0) return ACSERR_BADPARAMETER;
    return cstaMakeCall(handle, 1, &calling, &called, (PrivateData_t*)&priv);
}

int is_ringing(const CSTAEvent_t* event) {
    return event->eventHeader.eventClass == CSTAUNSOLICITED &&
           event->eventHeader.eventType == CSTA_DELIVERED &&
           event->event.cstaUnsolicited.u.delivered.localConnectionInfo == csAlerting &&
           event->event.cstaUnsolicited.u.delivered.cause != EC_TRANSFER;
}
