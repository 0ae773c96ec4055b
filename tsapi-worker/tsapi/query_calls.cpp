// Calls that only ask.
#include "tsapi-worker/tsapi/library_call.hpp"

namespace ctiengine::tsapi {

Refusal perform(const LibraryCall& call, const csta::SnapshotDevice& r) {
    return call.with(&TsapiFunctions::cstaSnapshotDeviceReq, r.device);
}

Refusal perform(const LibraryCall& call, const csta::SnapshotCall& r) {
    return call.with(&TsapiFunctions::cstaSnapshotCallReq, r.call);
}

Refusal perform(const LibraryCall& call, const csta::QueryAgentState& r) {
    return call.with_private(r, [&](PrivateData_t* data) {
        return call.with(&TsapiFunctions::cstaQueryAgentState, r.device, data);
    });
}

Refusal perform(const LibraryCall& call, const csta::QueryForwarding& r) {
    return call.with(&TsapiFunctions::cstaQueryForwarding, r.device);
}

Refusal perform(const LibraryCall& call, const csta::QueryDoNotDisturb& r) {
    return call.with(&TsapiFunctions::cstaQueryDoNotDisturb, r.device);
}

Refusal perform(const LibraryCall& call, const csta::QueryMessageWaiting& r) {
    return call.with(&TsapiFunctions::cstaQueryMsgWaitingInd, r.device);
}

Refusal perform(const LibraryCall& call, const csta::QueryLastNumber& r) {
    return call.with(&TsapiFunctions::cstaQueryLastNumber, r.device);
}

Refusal perform(const LibraryCall& call, const csta::QueryDeviceInfo& r) {
    return call.with(&TsapiFunctions::cstaQueryDeviceInfo, r.device);
}

Refusal perform(const LibraryCall& call, const csta::QueryDeviceName& r) {
    return call.escape(r);
}

Refusal perform(const LibraryCall& call, const csta::QueryStationStatus& r) {
    return call.escape(r);
}

Refusal perform(const LibraryCall& call, const csta::QueryAcdSplit& r) {
    return call.escape(r);
}

Refusal perform(const LibraryCall& call, const csta::QueryAgentLogin& r) {
    return call.escape(r);
}

Refusal perform(const LibraryCall& call, const csta::QueryTimeOfDay& r) {
    return call.escape(r);
}

Refusal perform(const LibraryCall& call, const csta::QueryUcid& r) {
    return call.escape(r);
}

Refusal perform(const LibraryCall& call, const csta::GetDeviceList& r) {
    if (r.level < CSTA_HOME_WORK_TOP || r.level > CSTA_CALL_CALL_MONITOR)
        return out_of_range("level " + std::to_string(r.level) + " of a device list is not from 1 to 7");
    const auto level = static_cast<CSTALevel_t>(r.level);
    return call.call(&TsapiFunctions::cstaGetDeviceList, static_cast<long>(r.index), level);
}

Refusal perform(const LibraryCall& call, const csta::GetApiCaps&) {
    return call.call(&TsapiFunctions::cstaGetAPICaps);
}

Refusal perform(const LibraryCall& call, const csta::RequestSystemStatus&) {
    return call.call(&TsapiFunctions::cstaSysStatReq, nullptr);
}

Refusal perform(const LibraryCall& call, const WatchSystemStatus&) {
    const SystemStatusFilter_t everything = 0;  // a set bit suppresses
    return call.call(&TsapiFunctions::cstaSysStatStart, everything, nullptr);
}

}  // namespace ctiengine::tsapi
