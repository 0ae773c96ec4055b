#pragma once
#include "common/csta/events.hpp"
#include "common/csta/monitor_object.hpp"
#include "common/csta/requests.hpp"
#include "common/csta/responses.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>

/// The border between telephony and the vendor's library: what is asked of one TSAPI stream and what comes
/// back. The rooms above never see a C struct; tests put a fake here.
namespace ctiengine::telephony {

/// The stream is open. `private_version` is the negotiated version of private data, e.g. "9".
struct StreamOpened {
    std::string server_id;
    std::string private_version;
};
/// The stream could not be opened, or an open one broke. Nothing more comes from it.
struct StreamFailed {
    std::string reason;  ///< for an operator: what, and what to do
};
struct Confirmed {
    std::uint32_t invoke_id = 0;
    csta::Response response;
};
struct MonitorConfirmed {
    std::uint32_t invoke_id = 0;
    std::int32_t cross_ref_id = 0;
};
/// An event of one monitor.
struct Monitored {
    std::int32_t cross_ref_id = 0;
    std::variant<csta::CallEvent, csta::AgentEvent, csta::FeatureEvent, csta::MonitorEnded> event;
};
struct RouteRegistered {
    std::uint32_t invoke_id = 0;
    std::int32_t register_id = 0;
};
/// Something in a routeing dialogue of one registration.
struct RouteReported {
    std::int32_t register_id = 0;
    csta::RouteEvent event;
};
struct SystemStatusReported {
    csta::SystemStatus status = csta::SystemStatus::Normal;
};

using SwitchInput = std::variant<
    StreamOpened,
    StreamFailed,
    Confirmed,
    MonitorConfirmed,
    Monitored,
    RouteRegistered,
    RouteReported,
    SystemStatusReported>;

/// One stream to the switch at a time. Called on the telephony executor; never blocks it.
class SwitchPort {
  public:
    virtual ~SwitchPort() = default;

    /// Gets what the stream brings, in its order, on the telephony executor. Set once, before open().
    virtual void on_input(std::function<void(SwitchInput)> handler) = 0;

    /// Begins to open a stream to a TLink; StreamOpened or StreamFailed follows. A stream that is open is
    /// aborted.
    virtual void open(const std::string& tlink) = 0;

    /// Sends a request of any kind but MonitorStart and MonitorStop. A value = it was refused before it
    /// left.
    virtual std::optional<csta::Failure> send(std::uint32_t invoke_id, const csta::Request& request) = 0;

    /// Answered by MonitorConfirmed, or by Confirmed with a Failure.
    virtual std::optional<csta::Failure> start_monitor(
        std::uint32_t invoke_id, const csta::MonitorObject& object
    ) = 0;
    virtual std::optional<csta::Failure> stop_monitor(std::uint32_t invoke_id, std::int32_t cross_ref_id) = 0;

    /// Answered by RouteRegistered, or by Confirmed with a Failure.
    virtual std::optional<csta::Failure> register_route(
        std::uint32_t invoke_id, const csta::Device& routeing_device
    ) = 0;
    virtual std::optional<csta::Failure> cancel_route(std::uint32_t invoke_id, std::int32_t register_id) = 0;

    /// The application's answer in a dialogue. Not confirmed: a refusal of the switch comes as RouteEnded.
    using RouteAnswer = std::variant<csta::RouteSelect, csta::RouteEnd>;
    virtual std::optional<csta::Failure> answer_route(
        std::uint32_t invoke_id, std::int32_t register_id, const RouteAnswer& answer
    ) = 0;

    /// Ends the stream; no input comes after it.
    virtual void close() = 0;
};

}  // namespace ctiengine::telephony
