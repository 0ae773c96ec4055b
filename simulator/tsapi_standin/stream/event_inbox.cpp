#include "simulator/tsapi_standin/stream/event_inbox.hpp"

#include "simulator/wire/event_buffer.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

namespace ctiengine::tsapi_standin {
namespace {

bool private_data_fits(const wire::Frame& frame, const PrivateData_t* room) {
    return room == nullptr || frame.private_data.size() <= room->length;
}

/// The program's array goes on beyond the one byte that the struct declares.
void copy_private_data(const wire::Frame& frame, PrivateData_t* to) {
    if (to == nullptr) return;
    to->length = static_cast<unsigned short>(frame.private_data.size());
    if (frame.private_data.empty()) return;
    const auto vendor_size = std::min(frame.vendor.size(), sizeof to->vendor - 1);
    std::memcpy(to->vendor, frame.vendor.data(), vendor_size);
    to->vendor[vendor_size] = '\0';
    auto* data = reinterpret_cast<std::uint8_t*>(to) + offsetof(PrivateData_t, data);
    std::copy(frame.private_data.begin(), frame.private_data.end(), data);
}

unsigned short counted(std::size_t events) {
    return static_cast<unsigned short>(
        std::min<std::size_t>(events, std::numeric_limits<unsigned short>::max())
    );
}

}  // namespace

void EventInbox::push(wire::Frame frame) {
    frames_.push_back(std::move(frame));
    notify_.show(frames_.size());
}

RetCode_t EventInbox::take(ACSHandle_t handle, const EventTarget& into) {
    if (frames_.empty()) return ACSERR_NOMESSAGE;
    const auto& frame = frames_.front();
    if (!private_data_fits(frame, into.private_data)) return ACSERR_UBUFSMALL;
    const auto decoded = wire::decode_event(frame, handle, into.buffer, *into.buffer_size);
    *into.buffer_size = static_cast<unsigned short>(decoded.size);
    if (decoded.status != wire::DecodeStatus::Ok) return ACSERR_UBUFSMALL;
    copy_private_data(frame, into.private_data);
    drop_first();
    if (into.events_left != nullptr) *into.events_left = counted(frames_.size());
    return ACSPOSITIVE_ACK;
}

void EventInbox::drop_first() {
    frames_.pop_front();
    notify_.show(frames_.size());
}

void EventInbox::flush() {
    frames_.clear();
    notify_.show(0);
}

int EventInbox::descriptor() {
    if (!notify_.is_open() && notify_.open()) notify_.show(frames_.size());
    return notify_.number();
}

}  // namespace ctiengine::tsapi_standin
