#pragma once
#include "ctiengine/tsapi/v1/telephony.grpc.pb.h"
#include "tsapi-worker/rpc/telephony_service.hpp"

namespace ctiengine::rpc {

/// What an operator or a script asks of a worker. Answers are put together on `home`, the telephony executor.
class AdminService final : public tsapi::v1::WorkerAdmin::CallbackService {
  public:
    /// All three outlive the service. `library` is shown as it is.
    AdminService(
        boost::asio::any_io_executor home,
        telephony::Telephony& telephony,
        const TelephonyService& streams,
        std::string library
    );

    grpc::ServerUnaryReactor* GetStatus(
        grpc::CallbackServerContext* context,
        const tsapi::v1::GetStatusRequest* request,
        tsapi::v1::WorkerStatus* response
    ) override;
    grpc::ServerUnaryReactor* ListMonitors(
        grpc::CallbackServerContext* context,
        const tsapi::v1::ListMonitorsRequest* request,
        tsapi::v1::ListMonitorsResponse* response
    ) override;

  private:
    boost::asio::any_io_executor home_;
    telephony::Telephony& telephony_;
    const TelephonyService& streams_;
    std::string library_;
};

}  // namespace ctiengine::rpc
