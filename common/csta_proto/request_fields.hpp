#pragma once
#include "common/csta_proto/common_fields.hpp"

/// The requests that do not stand in requests.cpp itself, by their topic; used by the files of this room
/// only.
namespace ctiengine::csta_proto {

// call_requests.cpp
void write(const csta::SingleStepConferenceCall& typed, pb::Request& out);
void write(const csta::SingleStepTransferCall& typed, pb::Request& out);
void write(const csta::DeflectCall& typed, pb::Request& out);
void write(const csta::PickupCall& typed, pb::Request& out);
void write(const csta::MakePredictiveCall& typed, pb::Request& out);
void write(const csta::GenerateDigits& typed, pb::Request& out);
void write(const csta::SelectiveListening& typed, pb::Request& out);
csta::SingleStepConferenceCall read(const pb::SingleStepConferenceCall& in);
csta::SingleStepTransferCall read(const pb::SingleStepTransferCall& in);
csta::DeflectCall read(const pb::DeflectCall& in);
csta::PickupCall read(const pb::PickupCall& in);
csta::MakePredictiveCall read(const pb::MakePredictiveCall& in);
csta::GenerateDigits read(const pb::GenerateDigits& in);
csta::SelectiveListening read(const pb::SelectiveListening& in);

// device_requests.cpp
void write(const csta::SetForwarding& typed, pb::Request& out);
void write(const csta::QueryForwarding& typed, pb::Request& out);
void write(const csta::SetDoNotDisturb& typed, pb::Request& out);
void write(const csta::QueryDoNotDisturb& typed, pb::Request& out);
void write(const csta::SetMessageWaiting& typed, pb::Request& out);
void write(const csta::QueryMessageWaiting& typed, pb::Request& out);
void write(const csta::QueryLastNumber& typed, pb::Request& out);
void write(const csta::QueryDeviceInfo& typed, pb::Request& out);
void write(const csta::QueryDeviceName& typed, pb::Request& out);
void write(const csta::QueryStationStatus& typed, pb::Request& out);
void write(const csta::QueryAcdSplit& typed, pb::Request& out);
void write(const csta::QueryAgentLogin& typed, pb::Request& out);
void write(const csta::QueryTimeOfDay& typed, pb::Request& out);
void write(const csta::GetDeviceList& typed, pb::Request& out);
void write(const csta::GetApiCaps& typed, pb::Request& out);
csta::SetForwarding read(const pb::SetForwarding& in);
csta::QueryForwarding read(const pb::QueryForwarding& in);
csta::SetDoNotDisturb read(const pb::SetDoNotDisturb& in);
csta::QueryDoNotDisturb read(const pb::QueryDoNotDisturb& in);
csta::SetMessageWaiting read(const pb::SetMessageWaiting& in);
csta::QueryMessageWaiting read(const pb::QueryMessageWaiting& in);
csta::QueryLastNumber read(const pb::QueryLastNumber& in);
csta::QueryDeviceInfo read(const pb::QueryDeviceInfo& in);
csta::QueryDeviceName read(const pb::QueryDeviceName& in);
csta::QueryStationStatus read(const pb::QueryStationStatus& in);
csta::QueryAcdSplit read(const pb::QueryAcdSplit& in);
csta::QueryAgentLogin read(const pb::QueryAgentLogin& in);
csta::QueryTimeOfDay read(const pb::QueryTimeOfDay& in);
csta::GetDeviceList read(const pb::GetDeviceList& in);
csta::GetApiCaps read(const pb::GetApiCaps& in);

// route_requests.cpp
void write(const csta::RouteSelect& typed, pb::Request& out);
void write(const csta::RouteEnd& typed, pb::Request& out);
csta::RouteSelect read(const pb::RouteSelect& in);
csta::RouteEnd read(const pb::RouteEnd& in);

}  // namespace ctiengine::csta_proto
