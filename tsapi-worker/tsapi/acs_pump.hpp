#pragma once
#include "tsapi-worker/tsapi/acs_stream.hpp"
#include "tsapi-worker/tsapi/event_reader.hpp"
#include "tsapi-worker/tsapi/pending_requests.hpp"

namespace ctiengine::tsapi {

/// What an AcsStream shares with its thread; lives as long as either of them.
class AcsStream::Pump {
  public:
    Pump(
        std::shared_ptr<const TsapiFunctions> library, StreamSettings settings, std::shared_ptr<HandOver> out
    );

    /// The thread's whole life.
    void run();

    // From the owner's executor:
    std::optional<csta::Failure> send(std::uint32_t invoke_id, const SwitchRequest& request);
    void end();

  private:
    RetCode_t open();
    void read_events();
    /// False = the stream is over.
    bool take(EventReader& reader);
    /// An event of the switch; nothing when it is of no interest or a part of more to come.
    std::optional<SwitchMessage> decode(EventReader& reader);
    bool take_confirmation(EventReader& reader);
    bool refused(InvokeID_t invoke_id, std::int32_t error);
    void opened(EventReader& reader);
    void fail(const std::string& why);
    void abort();

    std::shared_ptr<const TsapiFunctions> library_;
    StreamSettings settings_;
    std::shared_ptr<HandOver> out_;
    PendingRequests pending_;

    std::mutex mutex_;
    std::condition_variable changed_;
    ACSHandle_t handle_ = 0;
    bool has_handle_ = false;  // from acsOpenStream until close or abort; 0 may be a handle
    bool open_ = false;        // ACS_OPEN_STREAM_CONF came
    bool ending_ = false;
    bool finished_ = false;
    int private_data_version_ = 0;
};

}  // namespace ctiengine::tsapi
