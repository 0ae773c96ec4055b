#include "gateway/xml/session_writer.hpp"

#include "gateway/xml/message_builder.hpp"
#include "gateway/xml/namespaces.hpp"

namespace ctiengine::gateway {
namespace {

const char* word_of(StartRefusal why) {
    switch (why) {
        case StartRefusal::InvalidApplicationInfo: return "invalidApplicationInfo";
        case StartRefusal::RequestedProtocolVersionNotSupported:
            return "requestedProtocolVersionNotSupported";
        case StartRefusal::ServerResourcesBusy: return "serverResourcesBusy";
        case StartRefusal::MaxNumberSessions: return "maxNumberSessions";
    }
    return "serverResourcesBusy";
}

const char* word_of(ResetRefusal why) {
    return why == ResetRefusal::InvalidSessionId ? "invalidSessionID" : "serverCannotResetSessionTimer";
}

const char* word_of(ResumeOutcome outcome) {
    switch (outcome) {
        case ResumeOutcome::NothingMissed: return "nothingMissed";
        case ResumeOutcome::Replayed: return "replayed";
        case ResumeOutcome::Snapshot: break;
    }
    return "snapshot";
}

void write_expiry(ElementWriter extensions, std::optional<std::chrono::seconds> left) {
    if (left) extensions.child("AuthenticationExpires", kOwnNamespace).set(std::to_string(left->count()));
}

std::string write_refusal(const char* root_name, const char* error, std::string_view sentence) {
    MessageBuilder message(root_name, kSessionNamespace);
    message.root().child("errorCode").text("definedError", error);
    if (!sentence.empty()) message.root().child("extensions").child("Detail", kOwnNamespace).set(sentence);
    return message.text();
}

std::string write_termination(std::string_view session_id, const char* form, std::string_view reason) {
    MessageBuilder message("ApplicationSessionTerminated", kSessionNamespace);
    message.root().text("sessionID", session_id);
    message.root().child("sessionTermReason").text(form, reason);
    return message.text();
}

}  // namespace

std::string write_session_started(const SessionStarted& answer) {
    MessageBuilder message("StartApplicationSessionPosResponse", kSessionNamespace);
    auto root = message.root();
    root.text("sessionID", answer.session_id);
    root.text("actualProtocolVersion", answer.protocol_version);
    root.number("actualSessionDuration", answer.duration.count());
    if (!answer.resume && !answer.authentication_left) return message.text();
    auto extensions = root.child("extensions");
    write_expiry(extensions, answer.authentication_left);
    if (answer.resume) {
        auto resume = extensions.child("EventResume", kOwnNamespace);
        resume.text("outcome", word_of(answer.resume->outcome));
        resume.text("epoch", std::to_string(answer.resume->position.epoch));
        resume.text("seq", std::to_string(answer.resume->position.seq));
    }
    return message.text();
}

std::string write_session_not_started(StartRefusal why, std::string_view sentence) {
    return write_refusal("StartApplicationSessionNegResponse", word_of(why), sentence);
}

std::string write_session_stopped() {
    return MessageBuilder("StopApplicationSessionPosResponse", kSessionNamespace).text();
}

std::string write_session_not_stopped(std::string_view sentence) {
    return write_refusal("StopApplicationSessionNegResponse", "invalidSessionID", sentence);
}

std::string write_timer_reset(
    std::chrono::seconds granted, std::optional<std::chrono::seconds> authentication_left
) {
    MessageBuilder message("ResetApplicationSessionTimerPosResponse", kSessionNamespace);
    message.root().number("actualSessionDuration", granted.count());
    if (authentication_left) write_expiry(message.root().child("extensions"), authentication_left);
    return message.text();
}

std::string write_timer_not_reset(ResetRefusal why, std::string_view sentence) {
    return write_refusal("ResetApplicationSessionTimerNegResponse", word_of(why), sentence);
}

std::string write_session_terminated(std::string_view session_id, Termination why) {
    const bool expired = why == Termination::SessionTimerExpired;
    return write_termination(
        session_id, "definedTermReason", expired ? "sessionTimerExpired" : "resourceLimitation"
    );
}

std::string write_session_terminated(std::string_view session_id, std::string_view server_reason) {
    return write_termination(session_id, "serverTermReason", server_reason);
}

}  // namespace ctiengine::gateway
