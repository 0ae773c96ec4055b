#pragma once
#include "license-svc/weblm/demand.hpp"

#include <string>

namespace ctiengine::license {

/// What an answer of the licence server means to us.
enum class Ruling {
    Granted,    ///< in full or in part
    Denied,     ///< the server is there and gives nothing
    AskAnew,    ///< it does not know our session: acquire again at once
    Misfit,     ///< what we say or are does not suit the server: people have to mend it
    Displaced,  ///< somebody else with our client id came after us: stop
    Unusable,   ///< busy, or an answer that makes no sense: as if there were none
};

struct Verdict {
    Ruling ruling = Ruling::Unusable;
    Entitlement entitlement{};  ///< counts with Granted
    bool partial = false;       ///< fewer seats than the demand
    std::string why{};          ///< in words, for all but a full grant
};

/// Reads the answer to an Acquire or Renew. The one place that knows what each result code leads to.
Verdict verdict_of(const Demand& demand, const weblm::Response& response);

}  // namespace ctiengine::license
