#pragma once

#include "simulator/switch/model/switch_core.hpp"

namespace ctiengine::simulator {

/// Tones for a call. Without receivers: everybody who is connected hears them.
struct ToneRequest {
    ConnectionRef sender;  ///< empty device: the switch itself
    std::vector<ConnectionRef> receivers;
    std::string tones;  ///< 1 to 32 of 0-9 * # A-D
};

/// Who hears whom and what on a call (tsapi: 7.5): selective listening, DTMF. Nothing of it changes a state.
class CallListening {
  public:
    static constexpr std::size_t kMaxTones = 32;
    static constexpr std::size_t kMaxDigits = 24;

    explicit CallListening(SwitchCore& core) : core_(core) {}

    /// `subject` no longer hears `selected`, or nobody when that has no call.
    Outcome<void> stop_hearing(const ConnectionRef& subject, const ConnectionRef& selected);

    /// Hearing somebody who is heard is accepted and does nothing.
    Outcome<void> hear_again(const ConnectionRef& subject, const ConnectionRef& selected);

    Outcome<void> send_tones(const ToneRequest& request);

    /// A party presses keys: the others hear tones, and monitors of the call's stations are told the digits.
    Outcome<ConnectionRef> press_keys(const ConnectionRef& party, const std::string& digits);

  private:
    struct Pair {
        Party* subject = nullptr;
        std::vector<std::uint64_t> selected;
    };
    Outcome<Leg> connected(const ConnectionRef& connection);
    Outcome<Pair> pair(const ConnectionRef& subject, const ConnectionRef& selected);
    Outcome<void> check_tones(const std::string& tones) const;
    Outcome<void> check_receivers(const ToneRequest& request);

    SwitchCore& core_;
};

}  // namespace ctiengine::simulator
