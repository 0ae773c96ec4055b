#pragma once

#include "simulator/switch/model/call_setup.hpp"

namespace ctiengine::simulator {

/// What a station does with the calls it has (tsapi: 7.5): answer, hold, retrieve and what is made of them.
class CallHandling {
  public:
    CallHandling(SwitchCore& core, CallSetup& setup, CallClearing& clearing)
        : core_(core), setup_(setup), clearing_(clearing) {}

    /// Answering a call that is already connected is accepted and does nothing.
    Outcome<void> answer(const ConnectionRef& alerting);

    /// Holding a held call is accepted and does nothing.
    Outcome<void> hold(const ConnectionRef& active);
    Outcome<void> retrieve(const ConnectionRef& held);

    /// Holds one call and retrieves the other.
    Outcome<void> alternate(const ConnectionRef& active, const ConnectionRef& held);

    /// Clears one call and retrieves the other.
    Outcome<void> reconnect(
        const ConnectionRef& active,
        const ConnectionRef& held,
        const std::optional<UserData>& user_data = std::nullopt
    );

    /// Holds the call and makes a second one.
    Outcome<NewCall> consult(
        const ConnectionRef& active, const std::string& called, const CallOptions& options
    );

  private:
    struct TwoLegs {
        Leg active;
        Leg held;
    };
    Outcome<Leg> station_leg(const ConnectionRef& connection);
    Outcome<TwoLegs> active_and_held(const ConnectionRef& active, const ConnectionRef& held);
    void put_on_hold(const Leg& leg, ATTConsultMode_t mode);
    void take_from_hold(const Leg& leg);

    SwitchCore& core_;
    CallSetup& setup_;
    CallClearing& clearing_;
};

}  // namespace ctiengine::simulator
