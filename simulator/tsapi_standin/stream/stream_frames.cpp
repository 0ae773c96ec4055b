#include "simulator/tsapi_standin/stream/stream_frames.hpp"

#include "simulator/wire/event_buffer.hpp"
#include "simulator/wire/pdu.hpp"

#include <limits>

namespace ctiengine::tsapi_standin {

bool is(const wire::Frame& frame, EventClass_t event_class, EventType_t type) {
    return frame.event_class == event_class && frame.type == type;
}

wire::Frame stream_failed_event() {
    const ACSUniversalFailureEvent_t failure{TSERVER_STREAM_FAILED};
    return wire::make_frame(ACSUNSOLICITED, ACS_UNIVERSAL_FAILURE, 0, failure).value();
}

wire::Frame refusal(std::uint32_t invoke_id, ACSUniversalFailure_t error) {
    const ACSUniversalFailureConfEvent_t failure{error};
    return wire::make_frame(ACSCONFIRMATION, ACS_UNIVERSAL_FAILURE_CONF, invoke_id, failure).value();
}

bool says_stream_failed(const wire::Frame& frame) {
    if (!is(frame, ACSUNSOLICITED, ACS_UNIVERSAL_FAILURE)) return false;
    const auto pdu = wire::decode_pdu(frame);
    const auto* failure = pdu.as<ACSUniversalFailureEvent_t>();
    return failure != nullptr && failure->error == TSERVER_STREAM_FAILED;
}

bool deliverable(const wire::Frame& frame) {
    const auto decoded = wire::decode_event(frame, 0, nullptr, 0);
    return decoded.status != wire::DecodeStatus::Malformed &&
           decoded.size <= std::numeric_limits<unsigned short>::max();
}

std::optional<std::chrono::seconds> confirmed_heartbeat(const wire::Frame& frame) {
    if (!is(frame, ACSCONFIRMATION, ACS_SET_HEARTBEAT_INTERVAL_CONF)) return std::nullopt;
    const auto pdu = wire::decode_pdu(frame);
    const auto* answer = pdu.as<ACSSetHeartbeatIntervalConfEvent_t>();
    if (answer == nullptr || answer->heartbeatInterval <= 0) return std::nullopt;
    return std::chrono::seconds(answer->heartbeatInterval);
}

}  // namespace ctiengine::tsapi_standin
