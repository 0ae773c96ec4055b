#include "gateway/requests/snapshot_device.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/device_query_reader.hpp"
#include "gateway/xml/monitoring_reader.hpp"
#include "gateway/xml/response_writer.hpp"

namespace ctiengine::gateway {
namespace {

/// The switch tells busy or idle in a request of its own; the snapshot is worth its answer without it.
Task<std::optional<csta::StationStatusAnswer>> station_status(RequestContext& context, csta::Device device) {
    csta::Request request = csta::QueryStationStatus{std::move(device)};
    auto response = co_await context.link.call(std::move(request), context.call);
    const auto* answer = std::get_if<csta::StationStatusAnswer>(&response);
    co_return answer != nullptr ? std::optional(*answer) : std::nullopt;
}

}  // namespace

Task<std::string> snapshot_device(RequestContext& context, const IncomingMessage& message) {
    auto& dialect = context.softphone.dialect;
    auto request = read_snapshot_device(message, dialect.forms);
    if (!request) co_return refuse(context, request.error());
    auto status_wanted = read_station_status_wish(message);
    if (!status_wanted) co_return refuse(context, status_wanted.error());
    const auto device = request->device;
    csta::Request to_switch = std::move(*request);
    auto response = co_await context.link.call(std::move(to_switch), context.call);
    if (const auto* failure = std::get_if<csta::Failure>(&response)) {
        co_return refuse(context, message, *failure);
    }
    std::optional<csta::StationStatusAnswer> status;
    if (*status_wanted) status = co_await station_status(context, device);
    co_return write_snapshot_device_response(std::get<csta::DeviceSnapshot>(response), dialect, status);
}

}  // namespace ctiengine::gateway
