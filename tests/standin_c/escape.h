/* Escape services: requests that are private data. */
#pragma once

#include "tests/standin_c/session.h"

/* Sends it; the invoke ID. */
InvokeID_t escape(Session* session, ATTPrivateData_t* request);

/* Sends it; the private message of its confirmation. */
const ATTEvent_t* escaped(Session* session, ATTPrivateData_t* request, ATTEventType_t type);

/* Asks whether A is busy. */
void check_station_status(Session* session, int busy);
