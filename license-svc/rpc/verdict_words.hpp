#pragma once
#include "ctiengine/license/v1/license.pb.h"
#include "license-svc/modes/mode_machine.hpp"
#include "license-svc/seats/seat_book.hpp"

#include <string>

namespace ctiengine::license {

v1::Outcome outcome_of(Grant grant);

/// Why a log-in is refused and when to try again, for the person at the softphone. Empty when it is granted.
std::string verdict_words(Grant grant, const ModeStatus& mode, std::size_t in_use);

}  // namespace ctiengine::license
