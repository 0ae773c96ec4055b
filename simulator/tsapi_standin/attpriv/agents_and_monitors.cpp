// The functions of attpriv.h whose private data goes with agent, monitor and system status requests. The
// plain name writes the layout of private data version 4, ...Ext that of version 5, attV6... that of version
// 6 and later.
#include "simulator/tsapi_standin/attpriv/encode.hpp"

using namespace ctiengine::tsapi_standin;

extern "C" {

RetCode_t attSetAgentState(ATTPrivateData_t* privateData, ATTWorkMode_t workMode) {
    return put_att(privateData, ATTV4_SET_AGENT_STATE, ATTV4SetAgentState_t{workMode});
}

RetCode_t attSetAgentStateExt(ATTPrivateData_t* privateData, ATTWorkMode_t workMode, long reasonCode) {
    return put_att(privateData, ATTV5_SET_AGENT_STATE, ATTV5SetAgentState_t{workMode, reasonCode});
}

RetCode_t attV6SetAgentState(
    ATTPrivateData_t* privateData, ATTWorkMode_t workMode, long reasonCode, Boolean enablePending
) {
    const ATTSetAgentState_t pdu{workMode, reasonCode, static_cast<unsigned char>(enablePending)};
    return put_att(privateData, ATT_SET_AGENT_STATE, pdu);
}

// device is a split; null or empty: the switch takes the agent's own.
RetCode_t attQueryAgentState(ATTPrivateData_t* privateData, DeviceID_t* device) {
    ATTQueryAgentState_t pdu{};
    copy_text(pdu.split, device);
    return put_att(privateData, ATT_QUERY_AGENT_STATE, pdu);
}

RetCode_t attMonitorFilter(ATTPrivateData_t* privateData, ATTV4PrivateFilter_t privateFilter) {
    return put_att(privateData, ATTV4_MONITOR_FILTER, ATTV4MonitorFilter_t{privateFilter});
}

RetCode_t attMonitorFilterExt(ATTPrivateData_t* privateData, ATTPrivateFilter_t privateFilter) {
    return put_att(privateData, ATT_MONITOR_FILTER, ATTMonitorFilter_t{privateFilter});
}

RetCode_t attMonitorCallsViaDevice(
    ATTPrivateData_t* privateData, ATTPrivateFilter_t privateFilter, Boolean flowPredictiveCallEvents
) {
    const ATTMonitorCallsViaDevice_t pdu{privateFilter, static_cast<unsigned char>(flowPredictiveCallEvents)};
    return put_att(privateData, ATT_MONITOR_CALLS_VIA_DEVICE, pdu);
}

RetCode_t attSysStat(ATTPrivateData_t* privateData, Boolean linkStatusReq) {
    return put_att(privateData, ATT_SYS_STAT, ATTSysStat_t{static_cast<unsigned char>(linkStatusReq)});
}

}  // extern "C"
