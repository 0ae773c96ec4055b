#pragma once
#include "common/weblm_messages/codes.hpp"
#include "license-svc/modes/entitlement.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace ctiengine::license {

/// Who wants to know how it goes with the licence server. Called on the client's strand; must not wait.
class LicenceServerEvents {
  public:
    virtual ~LicenceServerEvents() = default;

    /// At each grant and each renewal, in full or in part. `server_time`: the server's clock, seconds since
    /// 1970.
    virtual void granted(const Entitlement& entitlement, std::int64_t server_time) = 0;
    /// It answers, and gives nothing. Again when the words change.
    virtual void denied(const std::string& why) = 0;
    /// Nothing is held, and no server gives an answer of use. Again when the words change.
    virtual void lapsed(const std::string& why) = 0;
    /// Something for an operator to mend. Once, until it was well in between.
    virtual void alarm(const std::string& sentence) = 0;

    /// One request is over; for metrics. `outcome`: the result code ("OK"), or the name of an Errc.
    virtual void
    exchanged(weblm::Verb /*verb*/, std::string_view /*outcome*/, std::chrono::nanoseconds /*took*/) {}
};

}  // namespace ctiengine::license
