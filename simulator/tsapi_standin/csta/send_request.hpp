#pragma once
#include "simulator/tsapi_standin/c_text.hpp"
#include "simulator/tsapi_standin/call_guard.hpp"
#include "simulator/tsapi_standin/csta/private_data.hpp"
#include "simulator/wire/pdu.hpp"

#include <cstdint>
#include <optional>

namespace ctiengine::tsapi_standin {

/// Who answers a message, and so what its reference means.
enum class Reference {
    InvokeId,  ///< the server confirms: the program's invoke ID, or one made by the library
    AsGiven    ///< nobody does: 0, or the invoke ID of the server's request that is answered
};

/// Adds the private data and sends on the stream of that handle; results as Stream::request, ACSERR_BADHDL
/// when the handle is not open, ACSERR_BADPARAMETER when the message cannot be encoded. Any thread.
RetCode_t send_frame(
    ACSHandle_t handle,
    InvokeID_t invoke_id,
    Reference reference,
    std::optional<wire::Frame> frame,
    const PrivateData_t* private_data
);

/// Sends a CSTA request that the server confirms.
template <class Pdu>
RetCode_t send_request(
    ACSHandle_t handle,
    InvokeID_t invoke_id,
    EventType_t type,
    const Pdu& pdu,
    const PrivateData_t* private_data
) {
    return guarded([&] {
        auto frame = wire::make_frame(CSTAREQUEST, type, 0, pdu);
        return send_frame(handle, invoke_id, Reference::InvokeId, std::move(frame), private_data);
    });
}

/// Sends a CSTA message that nobody confirms; `invoke_id` is 0 or that of the request it answers.
template <class Pdu>
RetCode_t send_unconfirmed(
    ACSHandle_t handle,
    EventClass_t event_class,
    InvokeID_t invoke_id,
    EventType_t type,
    const Pdu& pdu,
    const PrivateData_t* private_data
) {
    return guarded([&] {
        auto frame = wire::make_frame(event_class, type, 0, pdu);
        return send_frame(handle, invoke_id, Reference::AsGiven, std::move(frame), private_data);
    });
}

}  // namespace ctiengine::tsapi_standin
