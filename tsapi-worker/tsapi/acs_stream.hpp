#pragma once
#include "tsapi-worker/tsapi/hand_over.hpp"
#include "tsapi-worker/tsapi/tsapi_functions.hpp"

namespace ctiengine::tsapi {

/// A stream of the C library. One thread of its own opens it (which may wait for the network) and then reads
/// its events until it ends; requests are sent from the owner's executor.
///
/// Destroying an open stream ends it politely: acsCloseStream, at most kFarewell for the confirmation, then
/// acsAbortStream. A thread that the library does not give back is left behind; it touches nothing of ours.
class AcsStream final : public SwitchStream {
  public:
    static constexpr std::chrono::seconds kFarewell{2};

    AcsStream(
        std::shared_ptr<const TsapiFunctions> library,
        StreamSettings settings,
        boost::asio::any_io_executor executor,
        SwitchListener listener
    );
    ~AcsStream() override;

    std::optional<csta::Failure> send(std::uint32_t invoke_id, const SwitchRequest& request) override;

  private:
    class Pump;
    std::shared_ptr<Pump> pump_;
};

}  // namespace ctiengine::tsapi
