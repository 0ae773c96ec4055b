#pragma once
#include "common/csta_proto/common_fields.hpp"

/// Events that are no call events; used by the files of this room only. Nothing = a kind not known here.
namespace ctiengine::csta_proto {

void to_proto(const csta::FeatureEvent& event, pb::FeatureEvent& out);
std::optional<csta::FeatureEvent> from_proto(const pb::FeatureEvent& in);
void to_proto(const csta::RouteEvent& event, pb::RouteEvent& out);
std::optional<csta::RouteEvent> from_proto(const pb::RouteEvent& in);

}  // namespace ctiengine::csta_proto
