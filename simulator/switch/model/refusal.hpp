#pragma once

#include "tsapi-worker/tsapi/abi/csta_failures.h"

#include <boost/system/result.hpp>

#include <array>
#include <string>
#include <string_view>

namespace ctiengine::simulator {

/// Why the switch says no: one name per situation. Which number TSAPI gives for it is data (refusal_rows and
/// the profile).
enum class Denial {
    UnknownCaller,
    UnknownDevice,
    UnknownConnection,
    UserBusy,
    SetDoesNotAnswer,
    WrongCallState,
    NoHeldAndActive,
    ValueOutOfRange,
    MissingElement,
    NotSubscribed,
    AgentNotLoggedIn,
    AgentSameState,
    AgentWrongPassword,
    AgentBadState,
    AgentReasonNotAllowed,
    AgentModeUnknown,
    NoTrunk,
    BothAlerting,
    AlreadyOnCall,
    ConferenceFull,
    InvalidDestination,
    NotAlerting,
    ForwardingDestination,
    ForwardingType,
    StationOutOfService,
    ServiceNotOffered,
    LinkDown,
    UnknownMonitor,
    NoPrivateData,
    InVector,
    AgentNotMember,
    NotASplit,
    RouteRegistered,
    kCount
};

/// One row of the table: situation, its name in profile files, the usual failure, and when it happens.
struct RefusalRow {
    Denial denial;
    const char* name;
    CSTAUniversalFailure_t failure;
    const char* meaning;
};

/// All situations in the order of Denial.
const std::array<RefusalRow, static_cast<std::size_t>(Denial::kCount)>& refusal_rows();

/// The numbers in force; a profile may change each.
class RefusalTable {
  public:
    RefusalTable();
    [[nodiscard]] CSTAUniversalFailure_t failure(Denial denial) const;

    /// False: no situation of that name.
    bool replace(std::string_view name, CSTAUniversalFailure_t failure);

  private:
    std::array<CSTAUniversalFailure_t, static_cast<std::size_t>(Denial::kCount)> failures_{};
};

/// A refused request.
struct Refusal {
    CSTAUniversalFailure_t failure = GENERIC_UNSPECIFIED;
    std::string why;  ///< a sentence for the person at ctisim
};

/// A value or a refusal by the switch.
template <class T>
using Outcome = boost::system::result<T, Refusal>;

/// Called by Outcome::value() on a refusal: a mistake of the caller.
[[noreturn]] void throw_exception_from_error(const Refusal& refusal, const boost::source_location& where);

}  // namespace ctiengine::simulator
