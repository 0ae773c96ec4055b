#pragma once
#include "common/weblm_messages/codes.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace ctiengine::weblm_sim {

/// What goes wrong with an answer of the licence server.
enum class FaultKind {
    Hang,         ///< no answer; the request is not worked on
    Reset,        ///< the connection is reset; the request is not worked on
    Unavailable,  ///< HTTP 503; the request is not worked on
    Code,         ///< a result code of choice; the request is not worked on
    Drip,         ///< the answer comes byte by byte
    Malformed,    ///< the answer is no XML
    Oversized,    ///< the answer is longer than the protocol allows
    Truncated,    ///< the answer ends in its middle
    Duplicate,    ///< the answer comes twice
    Late,         ///< the answer comes after a delay
    Stale,        ///< the answer before this one comes again
};

/// "hang", "reset", "503", "code", "drip", …
std::string_view to_string(FaultKind kind);
std::optional<FaultKind> fault_kind_from(std::string_view name);

struct Fault {
    FaultKind kind = FaultKind::Hang;
    unsigned times = 0;                                ///< so many requests; 0: until it is cleared
    std::chrono::milliseconds delay{0};                ///< of Late; between two bytes of Drip
    weblm::ResultCode code = weblm::ResultCode::Busy;  ///< of Code
};

/// The fault that is switched on, and how far the server's clock seems to be off. One thread.
class FaultSwitch {
  public:
    void set(Fault fault) { fault_ = fault; }
    void set_skew(std::chrono::seconds skew) { skew_ = skew; }
    void clear() {
        fault_.reset();
        skew_ = {};
    }

    /// The fault for the request at hand; counts it.
    std::optional<Fault> take();

    [[nodiscard]] const std::optional<Fault>& fault() const { return fault_; }
    [[nodiscard]] std::chrono::seconds skew() const { return skew_; }
    [[nodiscard]] unsigned long taken() const { return taken_; }

  private:
    std::optional<Fault> fault_;
    std::chrono::seconds skew_{0};
    unsigned long taken_ = 0;
};

}  // namespace ctiengine::weblm_sim
