#pragma once
#include "tsapi-worker/tsapi/att_private_data.hpp"

namespace ctiengine::tsapi {

/// Reads the private messages that are the answer to a query or to an escape service; others leave `to` as it
/// is.
void read_answer(const ATTEvent_t& event, PrivateContent& to);

}  // namespace ctiengine::tsapi
