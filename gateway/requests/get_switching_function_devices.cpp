#include "gateway/requests/get_switching_function_devices.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/device_query_reader.hpp"
#include "gateway/xml/device_response_writer.hpp"

#include <algorithm>

namespace ctiengine::gateway {
namespace {

constexpr std::size_t kDevicesPerSegment = 100;
constexpr int kMostPages = 1000;  // of 20 devices: a switch that never ends its list must not hold us

/// Asks for one page after the other; what the last answer was is in `failure`.
Task<std::vector<csta::Device>> all_devices(RequestContext& context, std::optional<csta::Failure>& failure) {
    std::vector<csta::Device> devices;
    std::int32_t index = 0;
    for (int page = 0; page < kMostPages && index >= 0; ++page) {
        csta::Request request = csta::GetDeviceList{index, 1};
        auto response = co_await context.link.call(std::move(request), context.call);
        if (auto* refused = std::get_if<csta::Failure>(&response)) {
            failure = std::move(*refused);
            break;
        }
        auto& answer = std::get<csta::DeviceListAnswer>(response);
        devices.insert(devices.end(), answer.devices.begin(), answer.devices.end());
        index = answer.next_index;
    }
    co_return devices;
}

void send_list(RequestContext& context, const std::string& id, const std::vector<csta::Device>& devices) {
    DeviceListSegment segment{id, 0, false, {}};
    std::size_t at = 0;
    do {
        const auto count = std::min(kDevicesPerSegment, devices.size() - at);
        const auto from = devices.begin() + static_cast<std::ptrdiff_t>(at);
        segment.devices.assign(from, from + static_cast<std::ptrdiff_t>(count));
        at += count;
        ++segment.segment;
        segment.last = at == devices.size();
        context.notices.push_back(write_switching_function_devices(segment, context.softphone.dialect));
    } while (at < devices.size());
}

}  // namespace

Task<std::string> get_switching_function_devices(RequestContext& context, const IncomingMessage& message) {
    auto request = read_get_switching_function_devices(message, context.softphone.dialect.forms);
    if (!request) co_return refuse(context, request.error());
    const auto only = request->only;
    std::optional<csta::Failure> failure;
    auto devices = co_await all_devices(context, failure);
    if (failure) co_return refuse(context, message, *failure);
    if (!only.empty()) std::erase_if(devices, [&only](const auto& device) { return device != only; });
    const auto id = std::to_string(++context.softphone.last_service_cross_ref);
    send_list(context, id, devices);
    co_return write_get_switching_function_devices_response(id, context.softphone.dialect);
}

}  // namespace ctiengine::gateway
