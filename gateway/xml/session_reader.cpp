#include "gateway/xml/session_reader.hpp"

#include "gateway/xml/request_fields.hpp"

#include <limits>

namespace ctiengine::gateway {
namespace {

constexpr std::int64_t kLongestSeconds = std::numeric_limits<std::int32_t>::max();

std::optional<SessionLogin> read_login(RequestFields& fields) {
    auto info = fields.inside("SessionLoginInfo");
    if (!info && !fields.has("Token")) return std::nullopt;
    SessionLogin login;
    login.token = fields.optional_text("Token");
    if (!info) return login;
    login.user = info.optional_text("userName");
    login.password = whole_text(child_element(info.element(), "password"));
    if (const auto delay = info.optional_number("sessionCleanupDelay", 0, kLongestSeconds)) {
        login.cleanup_delay = std::chrono::seconds(*delay);
    }
    login.session_id = info.optional_text("sessionID");
    fields.join(info);
    return login;
}

std::optional<EventResume> read_resume(RequestFields& fields) {
    auto wanted = fields.inside("EventResume");
    if (!wanted) return std::nullopt;
    EventResume resume;
    if (wanted.has("epoch") || wanted.has("seq")) {
        const auto epoch = wanted.large_number("epoch");
        resume.last = EventPosition{epoch, wanted.large_number("seq")};
    }
    fields.join(wanted);
    return resume;
}

std::vector<std::string> read_versions(RequestFields& fields) {
    auto list = fields.inside_mandatory("requestedProtocolVersions");
    std::vector<std::string> versions;
    for (auto item = list.element().first_child(); item; item = item.next_sibling()) {
        if (local_name(item) == "protocolVersion") versions.push_back(trimmed_text(item));
    }
    if (list && versions.empty()) list.fail(missing_element(list.element(), "protocolVersion"));
    fields.join(list);
    return versions;
}

}  // namespace

Result<StartApplicationSession> read_start_application_session(const IncomingMessage& message) {
    RequestFields fields(message.root(), nullptr);
    StartApplicationSession request;
    auto info = fields.inside_mandatory("applicationInfo");
    request.application_id = info.text("applicationID");
    auto specific = info.inside("applicationSpecificInfo");
    request.login = read_login(specific);
    request.resume = read_resume(specific);
    info.join(specific);
    fields.join(info);
    request.protocol_versions = read_versions(fields);
    request.duration = std::chrono::seconds(fields.number("requestedSessionDuration", 0, kLongestSeconds));
    return fields.finish(std::move(request));
}

Result<StopApplicationSession> read_stop_application_session(const IncomingMessage& message) {
    RequestFields fields(message.root(), nullptr);
    StopApplicationSession request;
    request.session_id = fields.text("sessionID");
    auto reason = fields.inside_mandatory("sessionEndReason");
    request.reason = reason.optional_text("definedEndReason");
    if (request.reason.empty()) request.reason = reason.optional_text("appEndReason");
    fields.join(reason);
    return fields.finish(std::move(request));
}

Result<ResetApplicationSessionTimer> read_reset_application_session_timer(const IncomingMessage& message) {
    RequestFields fields(message.root(), nullptr);
    ResetApplicationSessionTimer request;
    request.session_id = fields.text("sessionID");
    request.duration = std::chrono::seconds(fields.number("requestedSessionDuration", 0, kLongestSeconds));
    request.token = fields.inside("extensions").optional_text("Token");
    return fields.finish(std::move(request));
}

}  // namespace ctiengine::gateway
