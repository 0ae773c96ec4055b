#pragma once
#include "common/secret_memory/secret.hpp"
#include "tsapi-worker/ani/number_layout.hpp"
#include "tsapi-worker/telephony/switch_port.hpp"
#include "tsapi-worker/tsapi/switch_stream.hpp"

#include <boost/asio/any_io_executor.hpp>

namespace ctiengine::worker {

/// Joins telephony to the vendor's library: one stream at a time, the library loaded when it is first needed
/// and looked for again at every attempt. When a stream is open it asks for the state of the switch link,
/// which comes up as SystemStatusReported. Belongs to the telephony executor.
class TsapiPort final : public telephony::SwitchPort {
  public:
    struct Login {
        std::string user;
        /// Reads the password anew for each stream; it lives only until the library has it.
        std::function<Result<Secret>()> password;
    };

    /// `library` outlives the port and calls its listeners on `executor`. Numbers to show go out in
    /// `shown_numbers`.
    TsapiPort(
        boost::asio::any_io_executor executor,
        tsapi::SwitchLibrary& library,
        Login login,
        ani::NumberLayout shown_numbers
    );

    void on_input(std::function<void(telephony::SwitchInput)> handler) override {
        handler_ = std::move(handler);
    }
    void open(const std::string& tlink) override;
    std::optional<csta::Failure> send(std::uint32_t invoke_id, const csta::Request& request) override;
    std::optional<csta::Failure> start_monitor(std::uint32_t invoke_id, const csta::MonitorObject& object)
        override;
    std::optional<csta::Failure> stop_monitor(std::uint32_t invoke_id, std::int32_t cross_ref_id) override;
    std::optional<csta::Failure> register_route(std::uint32_t invoke_id, const csta::Device& routeing_device)
        override;
    std::optional<csta::Failure> cancel_route(std::uint32_t invoke_id, std::int32_t register_id) override;
    std::optional<csta::Failure> answer_route(
        std::uint32_t invoke_id, std::int32_t register_id, const RouteAnswer& answer
    ) override;
    void close() override;

  private:
    /// Tells the owner, but not from inside open(): telephony is still in the middle of its attempt.
    void fail_later(std::string why);
    std::optional<csta::Failure> transmit(std::uint32_t invoke_id, const tsapi::SwitchRequest& request);
    void take(tsapi::SwitchMessage&& message);
    /// Asks for the state of the switch link and for its changes; the answers are this port's own.
    void ask_for_status();
    void take_status(const tsapi::Confirmation& confirmation);

    boost::asio::any_io_executor executor_;
    tsapi::SwitchLibrary& library_;
    Login login_;
    ani::NumberLayout shown_numbers_;
    std::function<void(telephony::SwitchInput)> handler_;
    std::unique_ptr<tsapi::SwitchStream> stream_;
    std::uint64_t attempt_ = 0;  // tells messages of an old stream from those of the present one
};

}  // namespace ctiengine::worker
