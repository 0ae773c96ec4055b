#include "tsapi-worker/app/tsapi_port.hpp"

#include "common/logging/log.hpp"
#include "tsapi-worker/ani/shown_number.hpp"
#include "tsapi-worker/telephony/invoke_table.hpp"

#include <boost/asio/post.hpp>

namespace ctiengine::worker {
namespace {

using telephony::SwitchInput;

/// The port's own requests when a stream has been opened. No ID of the invoke table is as high.
constexpr std::uint32_t kWatchStatusId = 0x7fff'ffff;
constexpr std::uint32_t kAskStatusId = 0x7fff'fffe;
static_assert(telephony::InvokeTable::kFirstId >= tsapi::SwitchStream::kFirstInvokeId);

struct ToInput {
    SwitchInput operator()(tsapi::StreamOpened&& opened) const {
        return telephony::StreamOpened{
            std::move(opened.server_id), std::to_string(opened.private_data_version)};
    }
    SwitchInput operator()(tsapi::Confirmation&& confirmation) const {
        if (const auto* monitor = std::get_if<tsapi::MonitorStarted>(&confirmation.answer)) {
            return telephony::MonitorConfirmed{confirmation.invoke_id, monitor->cross_ref};
        }
        if (const auto* route = std::get_if<tsapi::RouteRegistered>(&confirmation.answer)) {
            return telephony::RouteRegistered{confirmation.invoke_id, route->register_id};
        }
        return telephony::Confirmed{
            confirmation.invoke_id, std::get<csta::Response>(std::move(confirmation.answer))};
    }
    SwitchInput operator()(tsapi::MonitorReport&& report) const {
        return telephony::Monitored{report.cross_ref, std::move(report.what)};
    }
    SwitchInput operator()(tsapi::RouteReport&& report) const {
        return telephony::RouteReported{report.register_id, std::move(report.what)};
    }
    SwitchInput operator()(tsapi::StatusReport&& report) const {
        return telephony::SystemStatusReported{report.status};
    }
    SwitchInput operator()(tsapi::StreamFailed&& failed) const {
        return telephony::StreamFailed{std::move(failed.why)};
    }
};

}  // namespace

TsapiPort::TsapiPort(
    boost::asio::any_io_executor executor,
    tsapi::SwitchLibrary& library,
    Login login,
    ani::NumberLayout shown_numbers
)
    : executor_(std::move(executor)),
      library_(library),
      login_(std::move(login)),
      shown_numbers_(std::move(shown_numbers)) {}

void TsapiPort::open(const std::string& tlink) {
    close();
    auto loaded = library_.load();
    if (!loaded) return fail_later(loaded.error().detail);
    auto password = login_.password();
    if (!password) return fail_later(password.error().detail);
    tsapi::StreamSettings settings;
    settings.link = tlink;
    settings.user = login_.user;
    settings.password = std::move(*password);
    stream_ = library_.open(std::move(settings), [this](tsapi::SwitchMessage&& message) {
        take(std::move(message));
    });
}

void TsapiPort::fail_later(std::string why) {
    boost::asio::post(executor_, [this, attempt = attempt_, why = std::move(why)] {
        if (attempt == attempt_) handler_(telephony::StreamFailed{why});
    });
}

void TsapiPort::take(tsapi::SwitchMessage&& message) {
    const auto* confirmation = std::get_if<tsapi::Confirmation>(&message);
    if (confirmation && confirmation->invoke_id >= kAskStatusId) return take_status(*confirmation);
    bool opened = std::holds_alternative<tsapi::StreamOpened>(message);
    handler_(std::visit(ToInput(), std::move(message)));
    if (opened && stream_) ask_for_status();
}

/// In this order, so that no change falls between the answer and the first event.
void TsapiPort::ask_for_status() {
    for (auto [id, request] :
         {std::pair{kWatchStatusId, tsapi::SwitchRequest(tsapi::WatchSystemStatus{})},
          std::pair{kAskStatusId, tsapi::SwitchRequest(csta::Request(csta::RequestSystemStatus{}))}}) {
        if (auto refused = stream_->send(id, request))
            logging::warn("the state of the switch link was not asked for: {}", refused->detail);
    }
}

void TsapiPort::take_status(const tsapi::Confirmation& confirmation) {
    const auto* response = std::get_if<csta::Response>(&confirmation.answer);
    if (!response) return;
    if (const auto* failure = std::get_if<csta::Failure>(response))
        logging::warn("the state of the switch link is not told: {}", failure->detail);
    if (const auto* answer = std::get_if<csta::SystemStatusAnswer>(response))
        handler_(telephony::SystemStatusReported{answer->status});
}

std::optional<csta::Failure> TsapiPort::transmit(
    std::uint32_t invoke_id, const tsapi::SwitchRequest& request
) {
    if (!stream_)
        return csta::Failure{csta::UniversalFailure::ResourceOutOfService, "no stream to the switch"};
    return stream_->send(invoke_id, request);
}

std::optional<csta::Failure> TsapiPort::send(std::uint32_t invoke_id, const csta::Request& request) {
    auto encoded = request;
    if (auto refused = ani::encode_shown_number(shown_numbers_, encoded)) return refused;
    return transmit(invoke_id, encoded);
}

std::optional<csta::Failure> TsapiPort::start_monitor(
    std::uint32_t invoke_id, const csta::MonitorObject& object
) {
    return transmit(invoke_id, tsapi::StartMonitor{object});
}

std::optional<csta::Failure> TsapiPort::stop_monitor(std::uint32_t invoke_id, std::int32_t cross_ref_id) {
    return transmit(invoke_id, tsapi::StopMonitor{cross_ref_id});
}

std::optional<csta::Failure> TsapiPort::register_route(
    std::uint32_t invoke_id, const csta::Device& routeing_device
) {
    return transmit(invoke_id, tsapi::RegisterRoute{routeing_device});
}

std::optional<csta::Failure> TsapiPort::cancel_route(std::uint32_t invoke_id, std::int32_t register_id) {
    return transmit(invoke_id, tsapi::CancelRoute{register_id});
}

std::optional<csta::Failure> TsapiPort::answer_route(
    std::uint32_t invoke_id, std::int32_t register_id, const RouteAnswer& answer
) {
    return transmit(invoke_id, tsapi::AnswerRoute{register_id, answer});
}

void TsapiPort::close() {
    ++attempt_;
    stream_.reset();
}

}  // namespace ctiengine::worker
