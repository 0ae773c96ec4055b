// Long because it is a table.
#include "tests/unit/common/rights/service_rows.hpp"

#include <ostream>

namespace ctiengine::rights {

void PrintTo(const ServiceRow& row, std::ostream* out) {
    *out << row.name;
}

const std::vector<ServiceRow>& service_rows() {
    using D = const std::string&;
    static const std::vector<ServiceRow> all = {
        {"MonitorStart", [](D d) -> csta::Request { return csta::MonitorStart{csta::at_device(d)}; }, true,
         false, true},
        {"MonitorStop", [](D d) -> csta::Request { return csta::MonitorStop{csta::at_device(d)}; }, true,
         true, true},
        {"SnapshotDevice", [](D d) -> csta::Request { return csta::SnapshotDevice{d}; }, true, false, true},
        {"SnapshotCall", [](D d) -> csta::Request { return csta::SnapshotCall{leg(d)}; }, true, true, true,
         true},
        {"MakeCall",
         [](D d) -> csta::Request {
             return csta::MakeCall{d, "4009", {}, {}};
         }},
        {"AnswerCall", [](D d) -> csta::Request { return csta::AnswerCall{leg(d)}; }},
        {"ClearConnection",
         [](D d) -> csta::Request {
             return csta::ClearConnection{leg(d), {}};
         }},
        {"ClearCall", [](D d) -> csta::Request { return csta::ClearCall{leg(d)}; }, true, true, true, true},
        {"HoldCall", [](D d) -> csta::Request { return csta::HoldCall{leg(d)}; }},
        {"RetrieveCall", [](D d) -> csta::Request { return csta::RetrieveCall{leg(d)}; }},
        {"AlternateCall",
         [](D d) -> csta::Request {
             return csta::AlternateCall{leg(kOwn), leg(d)};
         }},
        {"ReconnectCall",
         [](D d) -> csta::Request {
             return csta::ReconnectCall{leg(d), leg(kOwn), {}};
         }},
        {"ConsultationCall",
         [](D d) -> csta::Request {
             return csta::ConsultationCall{leg(d), "4009", {}, {}};
         }},
        {"TransferCall",
         [](D d) -> csta::Request {
             return csta::TransferCall{leg(kOwn), leg(d)};
         }},
        {"ConferenceCall",
         [](D d) -> csta::Request {
             return csta::ConferenceCall{leg(d), leg(kOwn)};
         }},
        {"SetAgentState",
         [](D d) -> csta::Request {
             csta::SetAgentState set;
             set.device = d;
             return set;
         }},
        {"QueryAgentState",
         [](D d) -> csta::Request {
             return csta::QueryAgentState{d, {}};
         },
         true, false, true},
        {"RequestSystemStatus", [](D) -> csta::Request { return csta::RequestSystemStatus{}; }, true, true,
         true},
        {"QueryUcid", [](D d) -> csta::Request { return csta::QueryUcid{leg(d)}; }, true, true, true, true},
        {"SingleStepConference",
         [](D d) -> csta::Request {
             return csta::SingleStepConferenceCall{leg(kOwn), d};
         },
         true, false, false, true},
        {"SingleStepTransfer",
         [](D d) -> csta::Request {
             return csta::SingleStepTransferCall{leg(d), "4009"};
         },
         true, false, false, true},
        {"DeflectCall",
         [](D d) -> csta::Request {
             return csta::DeflectCall{leg(d), "4009"};
         }},
        {"PickupCall",
         [](D d) -> csta::Request {
             return csta::PickupCall{leg(d), kOwn};
         }},
        {"MakePredictiveCall",
         [](D d) -> csta::Request {
             csta::MakePredictiveCall call;
             call.calling = d;
             return call;
         }},
        {"GenerateDigits",
         [](D d) -> csta::Request {
             return csta::GenerateDigits{leg(d), "1"};
         },
         true, false, false, true},
        {"SelectiveListening",
         [](D d) -> csta::Request {
             csta::SelectiveListening hold;
             hold.subject = leg(d);
             return hold;
         },
         true, false, false, true},
        {"SetForwarding",
         [](D d) -> csta::Request {
             csta::SetForwarding set;
             set.device = d;
             return set;
         }},
        {"QueryForwarding", [](D d) -> csta::Request { return csta::QueryForwarding{d}; }, true, false, true},
        {"SetDoNotDisturb", [](D d) -> csta::Request { return csta::SetDoNotDisturb{d}; }},
        {"QueryDoNotDisturb", [](D d) -> csta::Request { return csta::QueryDoNotDisturb{d}; }, true, false,
         true},
        {"SetMessageWaiting", [](D d) -> csta::Request { return csta::SetMessageWaiting{d}; }},
        {"QueryMessageWaiting", [](D d) -> csta::Request { return csta::QueryMessageWaiting{d}; }, true,
         false, true},
        {"QueryLastNumber", [](D d) -> csta::Request { return csta::QueryLastNumber{d}; }, true, false, true},
        {"QueryDeviceInfo", [](D d) -> csta::Request { return csta::QueryDeviceInfo{d}; }, true, true, true},
        {"QueryDeviceName", [](D d) -> csta::Request { return csta::QueryDeviceName{d}; }, true, true, true},
        {"QueryStationStatus", [](D d) -> csta::Request { return csta::QueryStationStatus{d}; }, true, false,
         true},
        {"QueryAcdSplit", [](D d) -> csta::Request { return csta::QueryAcdSplit{d}; }, true, true, true},
        {"QueryAgentLogin", [](D d) -> csta::Request { return csta::QueryAgentLogin{d}; }, false, false,
         true},
        {"QueryTimeOfDay", [](D) -> csta::Request { return csta::QueryTimeOfDay{}; }, true, true, true},
        {"GetDeviceList", [](D) -> csta::Request { return csta::GetDeviceList{}; }, false, false, true},
        {"GetApiCaps", [](D) -> csta::Request { return csta::GetApiCaps{}; }, true, true, true},
        {"RouteSelect",
         [](D d) -> csta::Request {
             csta::RouteSelect select;
             select.routeing_device = d;
             return select;
         }},
        {"RouteEnd",
         [](D d) -> csta::Request {
             csta::RouteEnd end;
             end.routeing_device = d;
             return end;
         }},
    };
    return all;
}

}  // namespace ctiengine::rights
