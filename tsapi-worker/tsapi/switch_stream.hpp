#pragma once
#include "common/csta/events.hpp"
#include "common/csta/monitor_object.hpp"
#include "common/csta/requests.hpp"
#include "common/csta/responses.hpp"
#include "common/result/result.hpp"
#include "common/secret_memory/secret.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>

/// The border to the vendor's library: what telephony sees of it. Everything above is typed, nothing above
/// knows the C structs; tests put a fake in its place.
namespace ctiengine::tsapi {

/// Starts a monitor of any kind but Routeing; answered by MonitorStarted.
struct StartMonitor {
    csta::MonitorObject object;
};
/// Ends a monitor by its cross reference (csta::MonitorStop names an object, which the switch does not know).
struct StopMonitor {
    std::int32_t cross_ref = 0;
};
/// Asks for events on the link between AE Services and the switch.
struct WatchSystemStatus {};
/// Registers for the route requests of a VDN (empty = all others); answered by RouteRegistered.
struct RegisterRoute {
    csta::Device routeing_device;
};
struct CancelRoute {
    std::int32_t register_id = 0;
};
/// The application's answer in a routeing dialogue (the device named in `answer` is not looked at). The
/// library confirms it as sent; a refusal of the switch comes as RouteEnded.
struct AnswerRoute {
    std::int32_t register_id = 0;
    std::variant<csta::RouteSelect, csta::RouteEnd> answer;
};
using SwitchRequest = std::variant<
    csta::Request,
    StartMonitor,
    StopMonitor,
    WatchSystemStatus,
    RegisterRoute,
    CancelRoute,
    AnswerRoute>;

struct MonitorStarted {
    std::int32_t cross_ref = 0;
};
struct RouteRegistered {
    std::int32_t register_id = 0;
};
/// What answers a request: exactly one per request, unless the stream ends before.
using Answer = std::variant<csta::Response, MonitorStarted, RouteRegistered>;

struct StreamOpened {
    std::string server_id;  ///< the TLink really taken; may be an alternate of the one asked for
    std::string server_version;
    std::string library_version;
    int private_data_version = 0;  ///< 0 = none was agreed on
};
struct Confirmation {
    std::uint32_t invoke_id = 0;
    Answer answer;
};
struct MonitorReport {
    std::int32_t cross_ref = 0;
    std::variant<csta::CallEvent, csta::AgentEvent, csta::FeatureEvent, csta::MonitorEnded> what;
};
struct RouteReport {
    std::int32_t register_id = 0;
    csta::RouteEvent what;
};
struct StatusReport {
    csta::SystemStatus status = csta::SystemStatus::Normal;
};
/// The last message of a stream. It could not be opened, was refused, or broke.
struct StreamFailed {
    std::string why;  ///< a sentence for the operator
};
using SwitchMessage =
    std::variant<StreamOpened, Confirmation, MonitorReport, RouteReport, StatusReport, StreamFailed>;

/// Called on the owner's executor, in the order of the library.
using SwitchListener = std::function<void(SwitchMessage&&)>;

/// One stream to AE Services. Belongs to the executor of its owner; destroying it ends it.
class SwitchStream {
  public:
    virtual ~SwitchStream() = default;

    /// Sends a request; its Confirmation bears `invoke_id`, which is at least kFirstInvokeId. Answers a
    /// Failure when nothing was sent.
    virtual std::optional<csta::Failure> send(std::uint32_t invoke_id, const SwitchRequest& request) = 0;

    /// Smaller ones are the stream's own.
    static constexpr std::uint32_t kFirstInvokeId = 16;
};

struct StreamSettings {
    std::string link;  ///< TLink name, at most 48 characters
    std::string user;
    Secret password;                     ///< is gone when the library has it
    std::chrono::seconds heartbeat{20};  ///< 5 to 60
};

/// The library as a maker of streams.
class SwitchLibrary {
  public:
    virtual ~SwitchLibrary() = default;

    /// Loads the library if it is not loaded yet; the error says what is missing and what to do.
    virtual Result<void> load() = 0;

    /// Begins to open a stream and returns at once; `listener` is told StreamOpened or StreamFailed. After
    /// the stream is destroyed the listener is not called again. Needs load().
    virtual std::unique_ptr<SwitchStream> open(StreamSettings settings, SwitchListener listener) = 0;
};

}  // namespace ctiengine::tsapi
