#pragma once
#include "tsapi-worker/tsapi/event_decoder.hpp"

#include <map>
#include <mutex>

namespace ctiengine::tsapi {

/// What a request says that its confirmation does not. An escape service without an answer, a picked-up call
/// and a refused route answer are understood only together with their request; the answer to QueryAgentLogin
/// comes in pieces and is gathered here.
///
/// Requests are noted by the thread that sends, messages completed by the thread that reads. A switch that
/// never answers costs nothing for ever: of each kind only the newest kMostNoted are kept.
class PendingRequests {
  public:
    static constexpr std::size_t kMostNoted = 1024;
    static constexpr std::size_t kMostGatherings = 16;
    static constexpr std::size_t kMostExtensions = 10000;

    /// Before the request is sent, since its confirmation may overtake the return of the call.
    void note(std::uint32_t invoke_id, const SwitchRequest& request);
    /// It was not sent.
    void forget(std::uint32_t invoke_id);

    /// The message that goes up instead of `message`, or nothing: a route answer was taken, which nobody
    /// waits to hear.
    std::optional<SwitchMessage> complete(SwitchMessage&& message);

    /// One part of an agent list; a Confirmation when it was the last: a piece with fewer extensions than one
    /// can hold (ATT_MAX_AGENT_EXT), also with none.
    std::optional<SwitchMessage> gather(AgentLogin&& part);

  private:
    /// A dialogue whose answer has no confirmation, only a refusal.
    struct RouteAnswer {
        std::int32_t register_id = 0;
        std::int32_t cross_ref = 0;
    };
    /// The Response when the confirmation itself has no content, or the dialogue.
    using Noted = std::variant<csta::Response, RouteAnswer>;
    struct Gathering {
        std::uint32_t invoke_id = 0;
        csta::AgentLoginAnswer answer;
    };

    static std::optional<Noted> what_to_note(const SwitchRequest& request);
    std::optional<Noted> take(std::uint32_t invoke_id);

    std::mutex mutex_;
    std::map<std::uint32_t, Noted> noted_;
    std::map<std::int32_t, Gathering> gatherings_;  // only the thread that reads
};

}  // namespace ctiengine::tsapi
