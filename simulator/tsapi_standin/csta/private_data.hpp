#pragma once
#include "simulator/wire/frame.hpp"
#include "tsapi-worker/tsapi/abi/acs.h"

namespace ctiengine::tsapi_standin {

/// Puts the program's private data into the frame; null or length 0 is none. False: the vendor name is empty
/// or not terminated.
bool attach_private_data(wire::Frame& frame, const PrivateData_t* private_data);

}  // namespace ctiengine::tsapi_standin
