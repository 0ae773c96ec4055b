#include "simulator/tsapi_standin/csta/send_request.hpp"

#include "simulator/tsapi_standin/stream/stream_table.hpp"

namespace ctiengine::tsapi_standin {

RetCode_t send_frame(
    ACSHandle_t handle,
    InvokeID_t invoke_id,
    Reference reference,
    std::optional<wire::Frame> frame,
    const PrivateData_t* private_data
) {
    const auto stream = StreamTable::of_process().find(handle);
    if (!stream) return ACSERR_BADHDL;
    if (!frame || !attach_private_data(*frame, private_data)) return ACSERR_BADPARAMETER;
    frame->reference = static_cast<std::uint32_t>(invoke_id);
    if (frame->reference != invoke_id) return ACSERR_BADPARAMETER;  // the API's invoke IDs have 32 bits
    return reference == Reference::InvokeId ? stream->request(std::move(*frame)) : stream->notify(*frame);
}

}  // namespace ctiengine::tsapi_standin
