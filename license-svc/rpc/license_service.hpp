#pragma once
#include "common/grpc_calls/served_stream.hpp"
#include "common/tasks/clock.hpp"
#include "ctiengine/license/v1/license.grpc.pb.h"
#include "license-svc/modes/mode_machine.hpp"
#include "license-svc/seats/seat_book.hpp"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace ctiengine::license {

/// Hold: one stream for each gateway; GetStatus: for the administration. Everything but the two calls of gRPC
/// runs on `home`, the executor of the seats.
class LicenseService final : public v1::License::CallbackService {
  public:
    /// Fills in what is known beyond seats and holders.
    using FillStatus = std::function<void(v1::LicenseStatus& status)>;

    struct Parts {
        boost::asio::any_io_executor home;
        SeatBook& seats;
        const ModeMachine& modes;
        const Clock& clock;
        std::uint64_t epoch = 1;  ///< grows with each start
        FillStatus fill_status;
    };

    /// The parts outlive the service.
    explicit LicenseService(Parts parts);

    /// The mode has changed: every gateway is told, and what may be given follows.
    void mode_changed();

    /// Gateways that are connected.
    std::size_t holders() const;

    /// Ends all streams with UNAVAILABLE.
    void stop();

    grpc::ServerBidiReactor<v1::HolderMessage, v1::LicenseMessage>* Hold(grpc::CallbackServerContext* context
    ) override;
    grpc::ServerUnaryReactor* GetStatus(
        grpc::CallbackServerContext* context, const v1::GetStatusRequest* request, v1::LicenseStatus* response
    ) override;

  private:
    using Served = ServedStream<v1::HolderMessage, v1::LicenseMessage>;
    using Stream = std::shared_ptr<Served>;
    struct Talk {
        HolderId holder;  ///< no name = no Hello yet
        TimePoint heard{};
    };

    void on_message(const Stream& stream, const v1::HolderMessage& message);
    void on_closed(const Stream& stream);
    void on_hello(const Stream& stream, std::uint64_t seq, const v1::Hello& hello);
    void on_acquire(
        const Stream& stream, const HolderId& holder, std::uint64_t seq, const v1::Acquire& acquire
    );
    void on_release(const HolderId& holder, const v1::Release& release);
    void end_other_streams_of(const HolderId& holder);
    void acknowledge(const Stream& stream, std::uint64_t seq);
    void fill(v1::LicenseStatus& status) const;
    std::int64_t wall() const;

    Parts parts_;
    std::map<Stream, Talk> streams_;
    bool stopping_ = false;
};

}  // namespace ctiengine::license
