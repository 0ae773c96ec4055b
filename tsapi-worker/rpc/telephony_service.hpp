#pragma once
#include "tsapi-worker/rpc/gateway_stream.hpp"
#include "tsapi-worker/rpc/session_rights.hpp"
#include "tsapi-worker/telephony/telephony.hpp"

#include <map>
#include <set>

namespace ctiengine::rpc {

/// Attach: one stream per gateway. Turns messages into typed requests and telephony's answers and events into
/// messages. Everything but Attach() runs on `home`, the telephony executor.
class TelephonyService final : public tsapi::v1::Telephony::CallbackService {
  public:
    /// `telephony` outlives the service. `max_waiting`: events or messages a gateway may be behind before it
    /// is cut. `stall_limit`: as GatewayStream has it.
    TelephonyService(
        boost::asio::any_io_executor home,
        telephony::Telephony& telephony,
        std::size_t max_waiting = 20000,
        std::chrono::milliseconds stall_limit = std::chrono::seconds(5)
    );

    /// An event has been journalled: goes to every attached gateway.
    void deliver(const telephony::EventJournal::Entry& event);

    /// Ends all streams with UNAVAILABLE.
    void stop();

    std::size_t attached() const { return attached_.size(); }

    /// Streams whose sessions are kept; as many as are open.
    std::size_t streams_with_sessions() const { return sessions_.size(); }

    grpc::ServerBidiReactor<tsapi::v1::GatewayMessage, tsapi::v1::WorkerMessage>* Attach(
        grpc::CallbackServerContext* context
    ) override;

  private:
    using Stream = std::shared_ptr<GatewayStream>;
    using Answer = telephony::Telephony::Answer;

    void on_message(const Stream& stream, const tsapi::v1::GatewayMessage& message);
    void on_hello(const Stream& stream, const tsapi::v1::Hello& hello);
    void on_request(const Stream& stream, const tsapi::v1::Request& request);
    void on_session_opened(const Stream& stream, const tsapi::v1::SessionOpened& session);
    void on_closed(const Stream& stream);
    void carry_out(
        const Stream& stream, const tsapi::v1::Request& request, csta::Request typed, Answer answer
    );
    const identity::Rights* user_of(const Stream& stream, const std::string& session) const;
    void prove_then(
        const Stream& stream,
        std::uint32_t call,
        const std::string& session,
        Answer denied,
        std::function<void()> then
    );

    boost::asio::any_io_executor home_;
    telephony::Telephony& telephony_;
    std::size_t max_waiting_;
    std::chrono::milliseconds stall_limit_;
    std::map<std::string, Stream> attached_;  // by gateway ID
    std::set<Stream> open_;                   // also those that have not said Hello
    std::map<Stream, SessionRights> sessions_;
    bool stopping_ = false;
};

}  // namespace ctiengine::rpc
