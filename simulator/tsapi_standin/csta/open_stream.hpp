#pragma once
#include "simulator/wire/frame.hpp"
#include "tsapi-worker/tsapi/abi/acs.h"

#include <cstddef>
#include <string>

namespace ctiengine::tsapi_standin {

/// What a program asks for at acsOpenStream, checked.
struct OpenRequest {
    InvokeIDType_t invoke_id_type;
    InvokeID_t invoke_id;
    ACSOpenStream_t message;  ///< what goes to the server; serverID and versions are filled in by open_stream
    wire::Frame private_data;  ///< vendor and private data only
    std::string tlink;
    std::string api_versions;  ///< "TS" and a version list
    std::size_t send_queue;    ///< messages; 0: our default
    std::size_t receive_queue;
};

/// Finds the TLink (or one of its alternates), connects and asks for the stream. On success `handle` is set
/// before the first event can be read. Returns 0 or the invoke ID made; otherwise ACSERR_APIVERDENIED,
/// ACSERR_NODRIVER (no tslibrc, or no server in it), ACSERR_NOSERVER (nobody offers the TLink),
/// ACSERR_SSL_INIT_FAILED (the TLink wants TLS, which this library does not have), ACSERR_NORESOURCE (too
/// many streams or threads).
RetCode_t open_stream(const OpenRequest& request, ACSHandle_t& handle);

}  // namespace ctiengine::tsapi_standin
