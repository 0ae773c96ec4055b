#pragma once
#include "common/csta/events.hpp"

#include <vector>

/// Events for the tests of the writers.
namespace ctiengine::gateway::test {

inline csta::PartyDevice provided(const csta::Device& number) {
    return {csta::PartyDevice::Status::Provided, number, csta::NumberType::DeviceIdentifier};
}
inline csta::PartyDevice of_status(csta::PartyDevice::Status status) {
    return {status, "", csta::NumberType::DeviceIdentifier};
}

inline constexpr const char* kUcid = "00001002171732300000";

/// Private data with every field that a call event can have.
inline csta::CallPrivateData full_private_data() {
    csta::CallPrivateData data;
    data.trunk_group = "12";
    data.trunk_member = "3";
    data.split = "600";
    data.user_data = csta::UserData{csta::UserDataProtocol::Ia5Ascii, "Hello"};
    data.ucid = kUcid;
    data.entered_code = csta::EnteredCode{5, 1, "1234#", "5000"};
    data.original_call = csta::OriginalCallInfo{
        csta::OriginalCallReason::Consultation,
        provided("0301234567"),
        provided("5000"),
        "12",
        "3",
        data.user_data,
        kUcid,
        data.entered_code};
    data.distributing_device = provided("5001");
    data.distributing_vdn = provided("5000");
    data.reason = 1;
    data.lookahead = csta::LookaheadInfo{1, 3, 1, 2, 3, "5002"};
    data.device_history = {{"5000", csta::EventCause::Redirected, {216, "5000", false}}, {"", {}, {}}};
    data.original_call->lookahead = data.lookahead;
    data.original_call->device_history = data.device_history;
    data.trunks = {{{217, "T217#1", true}, "12", "3"}, {{218, "T218#1", true}, "", ""}};
    data.logical_agent = "2001";
    return data;
}

/// One body of each kind, all parties as given.
inline std::vector<csta::CallEventBody> bodies(const csta::PartyDevice& party, const csta::Connection& own) {
    const csta::Connection other{218, "T218#2", true};
    const std::vector<csta::ConnectionListItem> list = {{own, party}, {other, {}}};
    return {
        csta::ServiceInitiated{own},
        csta::Originated{own, party, party},
        csta::Delivered{own, party, party, party, party},
        csta::Established{own, party, party, party, party},
        csta::Held{own, party},
        csta::Retrieved{own, party},
        csta::Queued{own, party, party, party, party, 2},
        csta::Diverted{own, party, party},
        csta::Transferred{own, other, party, party, list},
        csta::Conferenced{own, other, party, party, list},
        csta::Failed{own, party, party, party},
        csta::NetworkReached{own, party, party, 1, 8},
        csta::ConnectionCleared{own, party},
        csta::CallCleared{own},
        csta::CallInformation{own, party, "1234", "99"},
        csta::EnteredDigits{own, "0123456789*#"},
    };
}

}  // namespace ctiengine::gateway::test
