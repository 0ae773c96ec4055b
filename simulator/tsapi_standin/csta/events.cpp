// The functions of acs.h that read events.
#include "simulator/tsapi_standin/c_text.hpp"
#include "simulator/tsapi_standin/call_guard.hpp"
#include "simulator/tsapi_standin/stream/stream_table.hpp"

using namespace ctiengine::tsapi_standin;

namespace {

RetCode_t next_event(ACSHandle_t handle, const EventTarget& into, StreamTable::Wait wait) {
    if (into.buffer == nullptr || into.buffer_size == nullptr) return ACSERR_BADPARAMETER;
    return guarded([&] { return StreamTable::of_process().next_event(handle, into, wait); });
}

}  // namespace

extern "C" {

RetCode_t acsGetEventPoll(
    ACSHandle_t acsHandle,
    void* eventBuf,
    unsigned short* eventBufSize,
    PrivateData_t* privData,
    unsigned short* numEvents
) {
    return next_event(acsHandle, {eventBuf, eventBufSize, privData, numEvents}, StreamTable::Wait::No);
}

RetCode_t acsGetEventBlock(
    ACSHandle_t acsHandle,
    void* eventBuf,
    unsigned short* eventBufSize,
    PrivateData_t* privData,
    unsigned short* numEvents
) {
    return next_event(
        acsHandle, {eventBuf, eventBufSize, privData, numEvents}, StreamTable::Wait::UntilEvent
    );
}

}  // extern "C"
