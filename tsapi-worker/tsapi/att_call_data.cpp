// Private data of requests that begin, end and change calls.
#include "tsapi-worker/tsapi/att_request_data.hpp"
#include "tsapi-worker/tsapi/att_user_info.hpp"
#include "tsapi-worker/tsapi/c_text.hpp"

#include <limits>
#include <tuple>

namespace ctiengine::tsapi {
namespace {

constexpr int kFirstWithSingleStepConference = 5;
constexpr int kFirstWithSelectiveListening = 5;
constexpr int kFirstWithToneExt = 5;
constexpr int kFirstWithSingleStepTransfer = 8;

constexpr std::int32_t kFewestRings = 2;
constexpr std::int32_t kMostRings = 15;
constexpr std::int32_t kLongest = std::numeric_limits<short>::max();
constexpr std::string_view kToneLetters = "0123456789*#ABCD";

using csta::TypeOfCall;

/// What a request for a new call may not combine.
template <class Request>
Refusal contradiction_in(const Request& r) {
    if (!r.shown_number.empty())
        return out_of_range("the number to show was not encoded: no encoding is set (ANIMASKING)");
    if (r.type_of_call == TypeOfCall::Normal) {
        if (r.split.empty()) return std::nullopt;
        return out_of_range("a split goes with a direct agent or supervisor assist call only");
    }
    if (!r.dest_route.empty())
        return out_of_range("a direct agent or supervisor assist call takes no route to another switch");
    if (r.type_of_call == TypeOfCall::SupervisorAssist && r.priority)
        return out_of_range("a supervisor assist call cannot be marked as a priority call");
    return std::nullopt;
}

/// The API counts lengths of tones in hundredths of a second; never rounded to 0, which is the switch's own.
std::int32_t hundredths(std::int32_t milliseconds) {
    return milliseconds > 0 ? std::max(1, milliseconds / 10) : milliseconds;
}

/// Digits in the form of tones; an empty `refused` = they can be sent.
Refusal refusal_of_tones(const std::string& digits) {
    if (digits.empty() || digits.size() >= ATT_MAX_TONES)
        return out_of_range(
            std::to_string(digits.size()) + " digits are not 1 to " + std::to_string(ATT_MAX_TONES - 1) +
            ", which one request can send"
        );
    const auto bad = digits.find_first_not_of(kToneLetters);
    if (bad == std::string::npos) return std::nullopt;
    return out_of_range(
        "there is no tone for character " + std::to_string(bad + 1) +
        " of the digits; allowed are 0-9 * # A-D"
    );
}

}  // namespace

template <class Long, class Short, class... Arguments>
Refusal AttRequestData::encode_with_user_data(
    const std::optional<csta::UserData>& data,
    Long TsapiFunctions::*from_version_6,
    Short TsapiFunctions::*up_to_version_5,
    Arguments... arguments
) {
    if (version_ >= kFirstWithLongUserData) {
        LongUserInfo info(data);
        if (auto refused = info.refusal(version_)) return refused;
        return encode(from_version_6, arguments..., info.pointer());
    }
    ShortUserInfo info(data);
    if (auto refused = info.refusal(version_)) return refused;
    return encode(up_to_version_5, arguments..., info.pointer());
}

/// MakeCall and ConsultationCall; for the plain kind each has functions of its own.
template <class Request>
Refusal AttRequestData::put_new_call(const Request& r) {
    using F = TsapiFunctions;
    constexpr bool kMakes = std::is_same_v<Request, csta::MakeCall>;
    constexpr auto kLong = kMakes ? &F::attV6MakeCall : &F::attV6ConsultationCall;
    constexpr auto kShort = kMakes ? &F::attMakeCall : &F::attConsultationCall;
    if (auto refused = contradiction_in(r)) return refused;
    bool plain = r.type_of_call == TypeOfCall::Normal;
    if (plain && !r.user_data && r.dest_route.empty() && !r.priority) return std::nullopt;
    if (auto refused = need("user data, a route, a priority or a kind of call")) return refused;
    DeviceID_t route_or_split;
    CArguments arguments;
    arguments.put(route_or_split, plain ? r.dest_route : r.split);
    if (arguments.refusal()) return arguments.refusal();
    const auto priority = static_cast<Boolean>(r.priority);
    switch (r.type_of_call) {
        case TypeOfCall::DirectAgent:
            return encode_with_user_data(
                r.user_data, &F::attV6DirectAgentCall, &F::attDirectAgentCall, &route_or_split, priority
            );
        case TypeOfCall::SupervisorAssist:
            return encode_with_user_data(
                r.user_data, &F::attV6SupervisorAssistCall, &F::attSupervisorAssistCall, &route_or_split
            );
        case TypeOfCall::Normal: break;
    }
    return encode_with_user_data(r.user_data, kLong, kShort, &route_or_split, priority);
}

Refusal AttRequestData::put(const csta::MakeCall& r) {
    return put_new_call(r);
}

Refusal AttRequestData::put(const csta::ConsultationCall& r) {
    return put_new_call(r);
}

Refusal AttRequestData::put(const csta::MakePredictiveCall& r) {
    bool plain = !r.user_data && r.dest_route.empty() && !r.priority && r.max_rings == 0 &&
                 r.answering_machine == csta::AnswerTreatment::NoTreatment;
    if (plain) return std::nullopt;
    if (auto refused = need("user data, a route, rings or a treatment of machines")) return refused;
    DeviceID_t route;
    short rings = 0;
    CArguments arguments;
    arguments.put(route, r.dest_route);
    if (r.max_rings != 0)
        arguments.put_number("the number of rings", rings, r.max_rings, kFewestRings, kMostRings);
    if (arguments.refusal()) return arguments.refusal();
    return encode_with_user_data(
        r.user_data, &TsapiFunctions::attV6MakePredictiveCall, &TsapiFunctions::attMakePredictiveCall,
        static_cast<Boolean>(r.priority), rings, static_cast<ATTAnswerTreat_t>(r.answering_machine), &route
    );
}

Refusal AttRequestData::put(const csta::ClearConnection& r) {
    if (!r.user_data && r.drop_resource == csta::DropResource::None) return std::nullopt;
    if (auto refused = need("user data or a resource to drop")) return refused;
    return encode_with_user_data(
        r.user_data, &TsapiFunctions::attV6ClearConnection, &TsapiFunctions::attClearConnection,
        static_cast<ATTDropResource_t>(r.drop_resource)
    );
}

Refusal AttRequestData::put(const csta::ReconnectCall& r) {
    if (!r.user_data && r.drop_resource == csta::DropResource::None) return std::nullopt;
    if (auto refused = need("user data or a resource to drop")) return refused;
    return encode_with_user_data(
        r.user_data, &TsapiFunctions::attV6ReconnectCall, &TsapiFunctions::attReconnectCall,
        static_cast<ATTDropResource_t>(r.drop_resource)
    );
}

Refusal AttRequestData::put(const csta::SingleStepConferenceCall& r) {
    if (auto refused = need("a single-step conference", kFirstWithSingleStepConference)) return refused;
    ConnectionID_t active;
    DeviceID_t to_join;
    CArguments arguments;
    arguments.put(active, r.active);
    arguments.put(to_join, r.to_join);
    if (arguments.refusal()) return arguments.refusal();
    const auto participation = static_cast<ATTParticipationType_t>(r.participation);
    const Boolean alert = FALSE;
    return encode(&TsapiFunctions::attSingleStepConferenceCall, &active, &to_join, participation, alert);
}

Refusal AttRequestData::put(const csta::SingleStepTransferCall& r) {
    if (auto refused = need("a single-step transfer", kFirstWithSingleStepTransfer)) return refused;
    ConnectionID_t active;
    DeviceID_t to;
    CArguments arguments;
    arguments.put(active, r.active);
    arguments.put(to, r.transferred_to);
    if (arguments.refusal()) return arguments.refusal();
    return encode(&TsapiFunctions::attSingleStepTransferCall, &active, &to);
}

Refusal AttRequestData::put(const csta::GenerateDigits& r) {
    if (auto refused = need("tones")) return refused;
    if (auto refused = refusal_of_tones(r.digits)) return refused;
    ConnectionID_t sender;
    char tones[ATT_MAX_TONES];
    short tone = 0;
    short pause = 0;
    CArguments arguments;
    arguments.put(sender, r.sender);
    arguments.put_number(
        "the length of a tone, in 10 ms,", tone, hundredths(r.tone_duration_ms), 0, kLongest
    );
    arguments.put_number(
        "the length of a pause, in 10 ms,", pause, hundredths(r.pause_duration_ms), 0, kLongest
    );
    if (arguments.refusal()) return arguments.refusal();
    std::ignore = put_text(tones, r.digits);
    if (version_ >= kFirstWithToneExt) {
        ATTConnIDList_t all_parties{};
        return encode(&TsapiFunctions::attSendDTMFToneExt, &sender, &all_parties, tones, tone, pause);
    }
    ATTV4ConnIDList_t all_parties{};
    return encode(&TsapiFunctions::attSendDTMFTone, &sender, &all_parties, tones, tone, pause);
}

Refusal AttRequestData::put(const csta::SelectiveListening& r) {
    if (auto refused = need("selective listening", kFirstWithSelectiveListening)) return refused;
    ConnectionID_t subject;
    ConnectionID_t selected;
    CArguments arguments;
    arguments.put(subject, r.subject);
    arguments.put(selected, r.all_parties ? csta::Connection() : r.selected);
    if (arguments.refusal()) return arguments.refusal();
    const auto function =
        r.hold ? &TsapiFunctions::attSelectiveListeningHold : &TsapiFunctions::attSelectiveListeningRetrieve;
    return encode(function, &subject, static_cast<Boolean>(r.all_parties), &selected);
}

}  // namespace ctiengine::tsapi
