// The part of AcsStream that answers CSTA requests, and the order and delay of everything it sends.
#include "simulator/switch/tsapi/acs_stream.hpp"
#include "simulator/wire/att_versions.hpp"

#include <iterator>

namespace ctiengine::simulator {
namespace {

/// Private data of Avaya; what cannot be read counts as none, and the service that needs it says so.
wire::OwnedPdu att_of(const wire::Frame& frame) {
    if (frame.vendor != ECS_VENDOR_STRING && frame.vendor != ATT_VENDOR_STRING) {
        return wire::OwnedPdu("no private data");
    }
    return wire::decode_att(frame.private_data);
}

}  // namespace

void AcsStream::serve(const wire::Frame& frame) {
    if (!at_.faults.answers) return;
    auto& monitors = at_.requests.monitors;
    monitors.hold();
    auto reply = answer(frame);
    auto events = monitors.release();
    if (is_no_answer(reply)) {
        for (const auto& event : events) event.sink->deliver(event.frame);
        return;
    }
    if (!reply) {
        CSTAUniversalFailureConfEvent_t failure{};
        failure.error = reply.error().failure;
        reply = confirmation(CSTA_UNIVERSAL_FAILURE_CONF, failure);
    }
    reply->reference = frame.reference;
    send_in_order(*reply, std::move(events));
}

Reply AcsStream::answer(const wire::Frame& frame) {
    const auto& core = at_.requests.telephone_switch.core();
    const auto pdu = wire::decode_pdu(frame);
    if (!pdu) return Refusal{BADLY_STRUCTURED_APDU_REJECTION, pdu.error()};
    const auto* service = find_service(frame.type);
    if (service == nullptr) {
        return core.refuse(Denial::ServiceNotOffered, std::string(pdu.name()) + " is not offered");
    }
    if (!service->works_without_link && !at_.requests.link.is_up()) {
        return core.refuse(Denial::LinkDown, "the link to the switch is down");
    }
    const auto att = att_of(frame);
    const bool unreadable = !frame.vendor.empty() && att.type() == 0;
    if (unreadable || (att.type() != 0 && !negotiated_)) {
        return core.refuse(Denial::NoPrivateData, "private data was not negotiated or cannot be read");
    }
    const int needed = att.type() == 0 ? 0 : wire::att_versions(att.type())->first;
    if (needed > private_data_version()) {
        return core.refuse(
            Denial::NoPrivateData, std::string(att.name()) + " needs private data version " +
                                       std::to_string(needed) + ", the stream has " +
                                       std::to_string(private_data_version())
        );
    }
    Request request{at_.requests, *this, pdu, att};
    return service->handler(request);
}

void AcsStream::send_in_order(const wire::Frame& confirmation, std::vector<HeldEvent> events) {
    using Order = Profile::ConfirmationOrder;
    const auto order = at_.plan.switch_plan.profile.confirmation_order;
    auto behind = events.begin();
    if (order == Order::Last) behind = events.end();
    if (order == Order::AfterServiceInitiated) {
        const auto initiated = std::find_if(events.begin(), events.end(), [this](const auto& event) {
            return event.sink == this && event.frame.type == CSTA_SERVICE_INITIATED;
        });
        if (initiated != events.end()) behind = std::next(initiated);
    }
    for (auto event = events.begin(); event != behind; ++event) event->sink->deliver(event->frame);
    send(confirmation);
    for (auto event = behind; event != events.end(); ++event) event->sink->deliver(event->frame);
}

void AcsStream::send(const wire::Frame& frame) {
    ByteConnection::Bytes bytes;
    if (!wire::write_frame(frame, bytes)) return;
    if (at_.faults.delay.count() == 0 && delayed_.empty()) {
        connection_->send(bytes);
        return;
    }
    delayed_.emplace_back(std::chrono::steady_clock::now() + at_.faults.delay, std::move(bytes));
    if (delayed_.size() == 1) send_delayed();
}

void AcsStream::send_delayed() {
    delay_.expires_at(delayed_.front().first);
    delay_.async_wait([self = shared_from_this()](const boost::system::error_code& stopped) {
        if (stopped) return;
        auto& delayed = self->delayed_;
        while (!delayed.empty() && delayed.front().first <= std::chrono::steady_clock::now()) {
            self->connection_->send(delayed.front().second);
            delayed.pop_front();
        }
        if (!delayed.empty()) {
            self->send_delayed();
        } else if (self->state_ == State::Closing) {
            self->connection_->close_when_sent();
        }
    });
}

}  // namespace ctiengine::simulator
