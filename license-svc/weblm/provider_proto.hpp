#pragma once
#include "common/result/result.hpp"
#include "common/weblm_messages/messages.hpp"
#include "ctiengine/weblm/v1/provider.pb.h"

namespace ctiengine::license {

weblm::v1::Request to_proto(const weblm::Request& request);

/// Errors name the element and attribute of the same answer in XML, whose rules hold here as well.
Result<weblm::Response> from_proto(const weblm::v1::Response& response);

}  // namespace ctiengine::license
