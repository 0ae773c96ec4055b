#pragma once
#include "common/admission/log_in_rates.hpp"
#include "common/identity/authenticator.hpp"
#include "common/refusals/refusal_book.hpp"
#include "common/tasks/clock.hpp"
#include "gateway/license_link/license_gate.hpp"
#include "gateway/session/session_directory.hpp"
#include "gateway/worker_link/telephony_link.hpp"

namespace ctiengine::gateway {

/// What all sessions of a gateway share; outlives them.
struct SessionServices {
    TelephonyLink& link;
    const Clock& clock;
    SessionDirectory& directory;
    identity::Authenticator& authenticator;
    refusals::RefusalBook& refusals;
    admission::LogInRates& rates;
    LicenseGate& licenses;
};

}  // namespace ctiengine::gateway
