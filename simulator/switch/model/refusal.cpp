#include "simulator/switch/model/refusal.hpp"

#include <algorithm>
#include <stdexcept>

namespace ctiengine::simulator {
namespace {

constexpr auto kCount = static_cast<std::size_t>(Denial::kCount);

// clang-format off
constexpr std::array<RefusalRow, kCount> kRows{{
    {Denial::UnknownCaller,         "unknownCaller",         INVALID_CALLING_DEVICE,                 "the calling device is no station"},
    {Denial::UnknownDevice,         "unknownDevice",         INVALID_CSTA_DEVICE_IDENTIFIER,         "no such device, or not one for this service"},
    {Denial::UnknownConnection,     "unknownConnection",     INVALID_CSTA_CONNECTION_IDENTIFIER,     "the device is not on that call"},
    {Denial::UserBusy,              "userBusy",              RESOURCE_BUSY,                          "the station is busy on another call"},
    {Denial::SetDoesNotAnswer,      "setDoesNotAnswer",      GENERIC_STATE_INCOMPATIBILITY,          "the set did not go off-hook in time"},
    {Denial::WrongCallState,        "wrongCallState",        INVALID_OBJECT_STATE,                   "the connection is in the wrong state"},
    {Denial::NoHeldAndActive,       "noHeldAndActive",       INVALID_OBJECT_STATE,                   "one held and one active call of one station are needed"},
    {Denial::ValueOutOfRange,       "valueOutOfRange",       VALUE_OUT_OF_RANGE,                     "a value is out of range"},
    {Denial::MissingElement,        "missingElement",        OBJECT_NOT_KNOWN,                       "a mandatory parameter is empty"},
    {Denial::NotSubscribed,         "notSubscribed",         GENERIC_SUBSCRIBED_RESOURCE_AVAILABILITY, "the switch has no licence for this"},
    {Denial::AgentNotLoggedIn,      "agentNotLoggedIn",      GENERIC_UNSPECIFIED,                    "no agent is logged in there"},
    {Denial::AgentSameState,        "agentSameState",        GENERIC_UNSPECIFIED,                    "the agent is logged in there already"},
    {Denial::AgentWrongPassword,    "agentWrongPassword",    GENERIC_OPERATION,                      "login ID or password is wrong"},
    {Denial::AgentBadState,         "agentBadState",         GENERIC_OPERATION,                      "the agent or the station is logged in elsewhere"},
    {Denial::AgentReasonNotAllowed, "agentReasonNotAllowed", GENERIC_OPERATION,                      "a reason code goes with not ready and log-out only"},
    {Denial::AgentModeUnknown,      "agentModeUnknown",      GENERIC_OPERATION,                      "the switch does not know this mode or it does not fit the work mode"},
    {Denial::NoTrunk,               "noTrunk",               EXTERNAL_TRUNK_LIMIT_EXCEEDED,          "no trunk of that group is free"},
    {Denial::BothAlerting,          "bothAlerting",          GENERIC_OPERATION,                      "neither of the two calls was answered"},
    {Denial::AlreadyOnCall,         "alreadyOnCall",         GENERIC_OPERATION,                      "a device would be twice on one call"},
    {Denial::ConferenceFull,        "conferenceFull",        CONFERENCE_MEMBER_LIMIT_EXCEEDED,       "a seventh party"},
    {Denial::InvalidDestination,    "invalidDestination",    INVALID_DESTINATION,                    "a redirected call cannot go there: empty, unassigned or incomplete"},
    {Denial::NotAlerting,           "notAlerting",           GENERIC_SUBSCRIBED_RESOURCE_AVAILABILITY, "only a ringing call can be redirected"},
    {Denial::ForwardingDestination, "forwardingDestination", INVALID_FORWARDING_DESTINATION,         "calls cannot be forwarded there"},
    {Denial::ForwardingType,        "forwardingType",        VALUE_OUT_OF_RANGE,                     "a kind of forwarding that requests cannot set"},
    {Denial::StationOutOfService,   "stationOutOfService",   RESOURCE_OUT_OF_SERVICE,                "the station is out of service"},
    {Denial::ServiceNotOffered,     "serviceNotOffered",     GENERIC_SUBSCRIBED_RESOURCE_AVAILABILITY, "the simulator does not offer this service yet"},
    {Denial::LinkDown,              "linkDown",              RESOURCE_OUT_OF_SERVICE,                "the link to the switch is down"},
    {Denial::UnknownMonitor,        "unknownMonitor",        INVALID_CROSS_REF_ID,                   "no such monitor on this stream"},
    {Denial::NoPrivateData,         "noPrivateData",         GENERIC_UNSPECIFIED_REJECTION,          "private data was not negotiated or cannot be read"},
    {Denial::InVector,              "inVector",              GENERIC_OPERATION,                      "a vector works on the call"},
    {Denial::AgentNotMember,        "agentNotMember",        GENERIC_OPERATION,                      "the agent has not that skill"},
    {Denial::NotASplit,             "notASplit",             GENERIC_SUBSCRIBED_RESOURCE_AVAILABILITY, "a split or skill is needed, or it is controlled by vectors"},
    {Denial::RouteRegistered,       "routeRegistered",       OUTSTANDING_REQUEST_LIMIT_EXCEEDED,     "another program routes that device"},
}};
// clang-format on

constexpr bool in_order() {
    for (std::size_t i = 0; i < kCount; ++i) {
        if (static_cast<std::size_t>(kRows[i].denial) != i) return false;
    }
    return true;
}
static_assert(in_order(), "rows stand in the order of Denial");

}  // namespace

const std::array<RefusalRow, kCount>& refusal_rows() {
    return kRows;
}

RefusalTable::RefusalTable() {
    for (const auto& row : kRows) failures_[static_cast<std::size_t>(row.denial)] = row.failure;
}

CSTAUniversalFailure_t RefusalTable::failure(Denial denial) const {
    return failures_[static_cast<std::size_t>(denial)];
}

bool RefusalTable::replace(std::string_view name, CSTAUniversalFailure_t failure) {
    const auto row =
        std::find_if(kRows.begin(), kRows.end(), [name](const auto& r) { return name == r.name; });
    if (row == kRows.end()) return false;
    failures_[static_cast<std::size_t>(row->denial)] = failure;
    return true;
}

void throw_exception_from_error(const Refusal& refusal, const boost::source_location& where) {
    throw std::logic_error("value() of a refused request: " + refusal.why + " at " + where.to_string());
}

}  // namespace ctiengine::simulator
