#pragma once
#include "tsapi-worker/tsapi/abi/acs.h"
#include "tsapi-worker/tsapi/abi/attpriv.h"
#include "tsapi-worker/tsapi/abi/csta.h"

#include <type_traits>

namespace ctiengine::tsapi {

/// The functions of libcsta.so without which there is no telephony; one list for the struct, the loader and
/// the fake of tests.
#define CTIENGINE_CSTA_FUNCTIONS(X) \
    X(acsOpenStream)                \
    X(acsCloseStream)               \
    X(acsAbortStream)               \
    X(acsGetEventBlock)             \
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

/// Functions that an older libcsta.so may lack: their service is then refused, the worker runs.
#define CTIENGINE_OPTIONAL_CSTA_FUNCTIONS(X) \
    X(acsGetServerID)                        \
    X(acsSetHeartbeatInterval)               \
    X(acsErrorString)                        \
    X(cstaErrorString)                       \
    X(cstaDeflectCall)                       \
    X(cstaPickupCall)                        \
    X(cstaMakePredictiveCall)                \
    X(cstaSetMsgWaitingInd)                  \
    X(cstaSetDoNotDisturb)                   \
    X(cstaSetForwarding)                     \
    X(cstaQueryMsgWaitingInd)                \
    X(cstaQueryDoNotDisturb)                 \
    X(cstaQueryForwarding)                   \
    X(cstaQueryLastNumber)                   \
    X(cstaQueryDeviceInfo)                   \
    X(cstaMonitorCall)                       \
    X(cstaMonitorCallsViaDevice)             \
    X(cstaRouteRegisterReq)                  \
    X(cstaRouteRegisterCancel)               \
    X(cstaRouteSelectInv)                    \
    X(cstaRouteEndInv)                       \
    X(cstaGetAPICaps)                        \
    X(cstaGetDeviceList)

/// The same of libattpriv.so: what must be there …
#define CTIENGINE_ATT_FUNCTIONS(X) \
    X(attMakeVersionString)        \
    X(attPrivateData)

/// … and encoders, of which an older library has those of its own versions only.
#define CTIENGINE_OPTIONAL_ATT_FUNCTIONS(X) \
    X(attMakeCall)                          \
    X(attV6MakeCall)                        \
    X(attDirectAgentCall)                   \
    X(attV6DirectAgentCall)                 \
    X(attSupervisorAssistCall)              \
    X(attV6SupervisorAssistCall)            \
    X(attMakePredictiveCall)                \
    X(attV6MakePredictiveCall)              \
    X(attConsultationCall)                  \
    X(attV6ConsultationCall)                \
    X(attClearConnection)                   \
    X(attV6ClearConnection)                 \
    X(attReconnectCall)                     \
    X(attV6ReconnectCall)                   \
    X(attSetAgentState)                     \
    X(attSetAgentStateExt)                  \
    X(attV6SetAgentState)                   \
    X(attQueryAgentState)                   \
    X(attQueryUCID)                         \
    X(attSingleStepConferenceCall)          \
    X(attSingleStepTransferCall)            \
    X(attSendDTMFTone)                      \
    X(attSendDTMFToneExt)                   \
    X(attSelectiveListeningHold)            \
    X(attSelectiveListeningRetrieve)        \
    X(attQueryAcdSplit)                     \
    X(attQueryAgentLogin)                   \
    X(attQueryDeviceName)                   \
    X(attQueryStationStatus)                \
    X(attQueryTimeOfDay)                    \
    X(attMonitorFilter)                     \
    X(attMonitorFilterExt)                  \
    X(attMonitorCallsViaDevice)             \
    X(attRouteSelect)                       \
    X(attV6RouteSelect)                     \
    X(attV7RouteSelect)

/// The vendor library as a table: filled by load_library, or by a test with functions of its own. Members
/// have the names of the API; optional ones may be null. Every function may be called from any thread.
struct TsapiFunctions {
#define CTIENGINE_MEMBER(name) decltype(&::name) name = nullptr;
    CTIENGINE_CSTA_FUNCTIONS(CTIENGINE_MEMBER)
    CTIENGINE_OPTIONAL_CSTA_FUNCTIONS(CTIENGINE_MEMBER)
    CTIENGINE_ATT_FUNCTIONS(CTIENGINE_MEMBER)
    CTIENGINE_OPTIONAL_ATT_FUNCTIONS(CTIENGINE_MEMBER)
#undef CTIENGINE_MEMBER
};

/// The name of a function of the table, for messages.
template <class Function>
const char* name_of(Function TsapiFunctions::*member) {
#define CTIENGINE_NAME(name)                                                  \
    if constexpr (std::is_same_v<decltype(TsapiFunctions::name), Function>) { \
        if (member == &TsapiFunctions::name) return #name;                    \
    }
    CTIENGINE_CSTA_FUNCTIONS(CTIENGINE_NAME)
    CTIENGINE_OPTIONAL_CSTA_FUNCTIONS(CTIENGINE_NAME)
    CTIENGINE_ATT_FUNCTIONS(CTIENGINE_NAME)
    CTIENGINE_OPTIONAL_ATT_FUNCTIONS(CTIENGINE_NAME)
#undef CTIENGINE_NAME
    return "a function of the TSAPI library";
}

}  // namespace ctiengine::tsapi
