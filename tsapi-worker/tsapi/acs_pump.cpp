#include "tsapi-worker/tsapi/acs_pump.hpp"

#include "common/logging/log.hpp"
#include "common/secret_memory/cleanse.hpp"
#include "common/secret_memory/vector_registers.hpp"
#include "tsapi-worker/tsapi/c_enum.hpp"
#include "tsapi-worker/tsapi/c_text.hpp"
#include "tsapi-worker/tsapi/event_decoder.hpp"
#include "tsapi-worker/tsapi/failure_words.hpp"
#include "tsapi-worker/tsapi/request_calls.hpp"

#include <cstring>

namespace ctiengine::tsapi {
namespace {

enum OwnInvokeId : InvokeID_t { kOpen = 1, kClose = 2, kHeartbeat = 3 };

/// The version list for acsOpenStream in the form of tsapi "VERSION" private data; length 0 when the library
/// supports none of ours.
ATTPrivateData_t version_request(const TsapiFunctions& library) {
    char ours[] = "2-9";
    ATTPrivateData_t data{};
    std::strcpy(data.vendor, "VERSION");
    data.data[0] = PRIVATE_DATA_ENCODING;
    if (library.attMakeVersionString(ours, data.data + 1) > 0)
        data.length = static_cast<unsigned short>(std::strlen(data.data + 1) + 2);
    return data;
}

}  // namespace

AcsStream::Pump::Pump(
    std::shared_ptr<const TsapiFunctions> library, StreamSettings settings, std::shared_ptr<HandOver> out
)
    : library_(std::move(library)), settings_(std::move(settings)), out_(std::move(out)) {}

void AcsStream::Pump::run() {
    const auto code = open();
    if (code < ACSPOSITIVE_ACK) {
        fail("cannot open " + settings_.link + ": " + return_code_words(code));
    } else {
        read_events();
    }
    abort();
    const std::lock_guard lock(mutex_);
    finished_ = true;
    changed_.notify_all();
}

/// Without the lock: it may wait long for the network.
RetCode_t AcsStream::Pump::open() {
    ServerID_t server;
    LoginID_t login;
    Passwd_t password;
    AppName_t application;
    Version_t version;
    bool fits = put_text(server, settings_.link) && put_text(login, settings_.user) &&
                put_text(password, settings_.password.reveal()) && put_text(application, "CTI Engine") &&
                put_text(version, CSTA_API_VERSION);
    if (!fits) {
        cleanse(password, sizeof(password));
        return ACSERR_BADPARAMETER;
    }
    auto versions = version_request(*library_);
    ACSHandle_t handle = 0;
    cleanse_vector_registers();  // the library starts threads
    const auto code = library_->acsOpenStream(
        &handle, APP_GEN_ID, kOpen, ST_CSTA, &server, &login, &password, &application, ACS_LEVEL1, &version,
        0, 0, 0, 0, reinterpret_cast<PrivateData_t*>(&versions)
    );
    cleanse(password, sizeof(password));
    settings_.password.clear();
    cleanse_dead_stack();  // where the library had it
    if (code < ACSPOSITIVE_ACK) return code;
    const std::lock_guard lock(mutex_);
    handle_ = handle;
    has_handle_ = true;
    return code;
}

void AcsStream::Pump::read_events() {
    EventReader reader(*library_, handle_);
    for (;;) {
        {
            const std::lock_guard lock(mutex_);
            if (ending_ && !open_) return;  // unwanted before it was open
        }
        const auto code = reader.next();
        if (code != ACSPOSITIVE_ACK) return fail("the stream ended: " + return_code_words(code));
        if (!take(reader)) return;
    }
}

bool AcsStream::Pump::take(EventReader& reader) {
    const auto& event = reader.event();
    if (event.eventHeader.eventClass == ACSCONFIRMATION) return take_confirmation(reader);
    if (event.eventHeader.eventClass == ACSUNSOLICITED) {
        const auto failure = number_of(event.event.acsUnsolicited.u.failureEvent.error);
        fail("AE Services ended the stream: " + acs_failure_words(*library_, failure));
        return false;
    }
    if (auto message = decode(reader)) out_->push(std::move(*message));
    return true;
}

std::optional<SwitchMessage> AcsStream::Pump::decode(EventReader& reader) {
    if (auto part = decode_agent_login(*library_, reader.event(), reader.private_data()))
        return pending_.gather(std::move(*part));
    auto message = decode_event(*library_, reader.event(), reader.private_data());
    if (!message) return std::nullopt;
    return pending_.complete(std::move(*message));
}

bool AcsStream::Pump::take_confirmation(EventReader& reader) {
    const auto& event = reader.event();
    const auto& confirmation = event.event.acsConfirmation;
    switch (event.eventHeader.eventType) {
        case ACS_OPEN_STREAM_CONF: opened(reader); return true;
        case ACS_CLOSE_STREAM_CONF: {
            const std::lock_guard lock(mutex_);
            has_handle_ = false;  // reading the confirmation ended it
            return false;
        }
        case ACS_UNIVERSAL_FAILURE_CONF: {
            const auto error = number_of(confirmation.u.failureEvent.error);
            if (confirmation.invokeID != kOpen) return refused(confirmation.invokeID, error);
            fail(
                "AE Services refused to open " + settings_.link + ": " + acs_failure_words(*library_, error)
            );
            return false;
        }
        default: return true;
    }
}

/// A single request was refused by AE Services itself, before the switch saw it; the stream lives on.
bool AcsStream::Pump::refused(InvokeID_t invoke_id, std::int32_t error) {
    if (invoke_id >= kFirstInvokeId) {
        csta::Response failure = failure_from_acs(*library_, error);
        Confirmation refusal{static_cast<std::uint32_t>(invoke_id), std::move(failure)};
        if (auto message = pending_.complete(std::move(refusal))) out_->push(std::move(*message));
    } else if (invoke_id == kHeartbeat) {
        logging::warn(
            "AE Services keeps its own heartbeat interval: {}", acs_failure_words(*library_, error)
        );
    }
    return true;
}

void AcsStream::Pump::opened(EventReader& reader) {
    const auto& conf = reader.event().event.acsConfirmation.u.acsopen;
    StreamOpened opened;
    opened.private_data_version = negotiated_version(reader.private_data());
    opened.library_version = text_of(conf.libVer);
    opened.server_version = text_of(conf.tsrvVer);
    ServerID_t server{};
    bool known = library_->acsGetServerID && library_->acsGetServerID(handle_, &server) >= ACSPOSITIVE_ACK;
    opened.server_id = known && server[0] ? text_of(server) : settings_.link;
    auto interval = static_cast<unsigned short>(settings_.heartbeat.count());
    if (library_->acsSetHeartbeatInterval)
        library_->acsSetHeartbeatInterval(handle_, kHeartbeat, interval, nullptr);
    {
        const std::lock_guard lock(mutex_);
        open_ = true;
        private_data_version_ = opened.private_data_version;
    }
    if (opened.private_data_version == 0) {
        logging::warn(
            "{} agreed on no private data version: no UCID, user data, work modes and reason codes; is the "
            "private data library the one of the TSAPI client?",
            opened.server_id
        );
    }
    out_->push(std::move(opened));
}

void AcsStream::Pump::fail(const std::string& why) {
    out_->push(StreamFailed{why});
}

void AcsStream::Pump::abort() {
    const std::lock_guard lock(mutex_);
    if (!std::exchange(has_handle_, false)) return;
    open_ = false;
    library_->acsAbortStream(handle_, nullptr);
}

std::optional<csta::Failure> AcsStream::Pump::send(std::uint32_t invoke_id, const SwitchRequest& request) {
    const std::lock_guard lock(mutex_);
    if (!open_) {
        return csta::Failure{
            csta::UniversalFailure::ResourceOutOfService, "the stream to AE Services is not open"};
    }
    pending_.note(invoke_id, request);
    auto refused = call_request({*library_, handle_, private_data_version_}, invoke_id, request);
    if (refused) pending_.forget(invoke_id);
    return refused;
}

void AcsStream::Pump::end() {
    out_->close();
    bool polite = false;
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
        polite =
            open_ && has_handle_ && library_->acsCloseStream(handle_, kClose, nullptr) >= ACSPOSITIVE_ACK;
    }
    if (polite) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, kFarewell, [this] { return finished_; });
    }
    abort();  // wakes a thread that still waits for an event
}

}  // namespace ctiengine::tsapi
