#include "simulator/wire/event_buffer.hpp"

#include "simulator/wire/codec.hpp"
#include "simulator/wire/pdu.hpp"

#include <cstring>

namespace ctiengine::wire {
namespace {

// Where the head (invoke ID or cross reference) and the message's struct start; they depend on the class
// only.
constexpr std::size_t kHeadAt = offsetof(CSTAEvent_t, event);
constexpr std::size_t kBehindHead = offsetof(CSTAEvent_t, event.cstaConfirmation.u);

bool has_head(std::uint16_t event_class) {
    return event_class != ACSUNSOLICITED && event_class != CSTAEVENTREPORT;
}

template <class T>
void put(std::byte* event, std::size_t offset, T value) {
    std::memcpy(event + offset, &value, sizeof value);
}

void write_header(const Frame& frame, ACSHandle_t acs_handle, std::byte* event) {
    std::memset(event, 0, kHeadAt);
    put(event, offsetof(CSTAEvent_t, eventHeader.acsHandle), acs_handle);
    put(event, offsetof(CSTAEvent_t, eventHeader.eventClass), EventClass_t{frame.event_class});
    put(event, offsetof(CSTAEvent_t, eventHeader.eventType), EventType_t{frame.type});
    if (frame.event_class == CSTAUNSOLICITED) {
        put(event, kHeadAt, CSTAMonitorCrossRefID_t{static_cast<std::int32_t>(frame.reference)});
    } else if (has_head(frame.event_class)) {
        put(event, kHeadAt, InvokeID_t{frame.reference});
    }
}

}  // namespace

EventDecode decode_event(const Frame& frame, ACSHandle_t acs_handle, void* buffer, std::size_t capacity) {
    const auto* info = find_pdu(frame.event_class, frame.type);
    if (info == nullptr || frame.event_class == ACSREQUEST) return {DecodeStatus::Malformed, 0};
    const auto struct_at = has_head(frame.event_class) ? kBehindHead : kHeadAt;
    const auto lists_at = struct_at + info->layout->size;
    const auto measured = detail::decode_fields(*info->layout, frame.body, {nullptr, struct_at, lists_at});
    if (measured.error != nullptr) return {DecodeStatus::Malformed, 0};
    if (measured.end > capacity) return {DecodeStatus::TooSmall, measured.end};
    auto* event = static_cast<std::byte*>(buffer);
    write_header(frame, acs_handle, event);
    const auto written = detail::decode_fields(*info->layout, frame.body, {event, struct_at, lists_at});
    return {DecodeStatus::Ok, written.end};
}

}  // namespace ctiengine::wire
