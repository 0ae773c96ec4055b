#pragma once
#include "tsapi-worker/tsapi/abi/acs.h"
#include "tsapi-worker/tsapi/abi/attpriv.h"
#include "tsapi-worker/tsapi/abi/csta.h"

namespace ctiengine::tsapi {

/// The functions of libcsta.so that the worker calls; one list for the struct, the loader and the fake of
/// tests.
#define CTIENGINE_CSTA_FUNCTIONS(X) \
    X(acsOpenStream)                \
    X(acsCloseStream)               \
    X(acsAbortStream)               \
    X(acsGetEventBlock)             \
    X(acsGetServerID)               \
    X(acsSetHeartbeatInterval)      \
    X(acsReturnCodeString)          \
    X(acsErrorString)               \
    X(cstaErrorString)              \
    X(cstaAlternateCall)            \
    X(cstaAnswerCall)               \
    X(cstaClearCall)                \
    X(cstaClearConnection)          \
    X(cstaConferenceCall)           \
    X(cstaConsultationCall)         \
    X(cstaHoldCall)                 \
    X(cstaMakeCall)                 \
    X(cstaReconnectCall)            \
    X(cstaRetrieveCall)             \
    X(cstaTransferCall)             \
    X(cstaSetAgentState)            \
    X(cstaQueryAgentState)          \
    X(cstaMonitorDevice)            \
    X(cstaMonitorStop)              \
    X(cstaSnapshotCallReq)          \
    X(cstaSnapshotDeviceReq)        \
    X(cstaSysStatReq)               \
    X(cstaSysStatStart)             \
    X(cstaEscapeService)

/// The same of libattpriv.so.
#define CTIENGINE_ATT_FUNCTIONS(X) \
    X(attMakeVersionString)        \
    X(attPrivateData)              \
    X(attMakeCall)                 \
    X(attV6MakeCall)               \
    X(attConsultationCall)         \
    X(attV6ConsultationCall)       \
    X(attClearConnection)          \
    X(attV6ClearConnection)        \
    X(attReconnectCall)            \
    X(attV6ReconnectCall)          \
    X(attSetAgentState)            \
    X(attSetAgentStateExt)         \
    X(attV6SetAgentState)          \
    X(attQueryAgentState)          \
    X(attQueryUCID)

/// The vendor library as a table: filled by LoadedLibrary, or by a test with functions of its own. Members
/// have the names of the API. Every function may be called from any thread.
struct TsapiFunctions {
#define CTIENGINE_MEMBER(name) decltype(&::name) name = nullptr;
    CTIENGINE_CSTA_FUNCTIONS(CTIENGINE_MEMBER)
    CTIENGINE_ATT_FUNCTIONS(CTIENGINE_MEMBER)
#undef CTIENGINE_MEMBER
};

}  // namespace ctiengine::tsapi
