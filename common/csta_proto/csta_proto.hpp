#pragma once
#include "common/csta/events.hpp"
#include "common/csta/requests.hpp"
#include "common/csta/responses.hpp"
#include "ctiengine/tsapi/v1/telephony.pb.h"

#include <optional>

/// The typed CSTA messages as they travel between gateway and worker. Both directions of every field stand in
/// one room so that one round-trip test keeps the two processes from drifting apart.
namespace ctiengine::csta_proto {

namespace pb = ::ctiengine::tsapi::v1;

/// Fills the `service` of `out`; the envelope (request_id, deadline …) stays as it is.
void to_proto(const csta::Request& request, pb::Request& out);
/// Nothing when `in` names no service known here (a newer peer).
std::optional<csta::Request> from_proto(const pb::Request& in);

/// Fills the `result` of `out`; request_id stays as it is.
void to_proto(const csta::Response& response, pb::Response& out);
/// Nothing when `in` holds no result known here.
std::optional<csta::Response> from_proto(const pb::Response& in);

void to_proto(const csta::Event& event, pb::Event& out);
/// Nothing when `in` holds no event known here; its seq is still to be counted.
std::optional<csta::Event> from_proto(const pb::Event& in);

/// Name of the service as it stands in the proto file ("make_call"), for logs and metrics.
const char* service_name(const csta::Request& request);

}  // namespace ctiengine::csta_proto
