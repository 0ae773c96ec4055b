// Selective listening and DTMF: escape services (tsapi: 6.2, 7.5).
#include "simulator/switch/tsapi/request.hpp"

namespace ctiengine::simulator {
namespace {

template <class Conf, class Value>
Reply escape_confirmed(const Outcome<Value>& outcome, std::uint16_t number) {
    if (!outcome) return outcome.error();
    auto reply = escape_confirmation();
    put_private(*reply, number, Conf{});
    return reply;
}

/// Who is not to be heard: nobody in particular means everybody.
template <class Asked>
ConnectionRef selected_of(const Asked& asked) {
    return asked.allParties != 0 ? ConnectionRef{} : from_abi(asked.selectedParty);
}

ToneRequest tone_request(const ATTSendDTMFTone_t& asked) {
    ToneRequest tones{from_abi(asked.sender), {}, text_of(asked.tones)};
    for (unsigned i = 0; i < asked.receivers.count; ++i) {
        tones.receivers.push_back(from_abi(asked.receivers.pParty[i]));
    }
    return tones;
}

ToneRequest tone_request(const ATTV4SendDTMFTone_t& asked) {
    ToneRequest tones{from_abi(asked.sender), {}, text_of(asked.tones)};
    const auto count = std::min<std::size_t>(asked.receivers.count, std::size(asked.receivers.party));
    for (std::size_t i = 0; i < count; ++i) tones.receivers.push_back(from_abi(asked.receivers.party[i]));
    return tones;
}

}  // namespace

Reply selective_listening_hold(Request& request) {
    const auto& asked = *request.att.as<ATTSelectiveListeningHold_t>();
    if (asked.allParties == 0 && asked.selectedParty.callID <= 0) {
        return request.refuse(Denial::UnknownConnection, "no party was selected");
    }
    return escape_confirmed<ATTSelectiveListeningHoldConfEvent_t>(
        request.at.telephone_switch.listening().stop_hearing(
            from_abi(asked.subjectConnection), selected_of(asked)
        ),
        ATT_SELECTIVE_LISTENING_HOLD_CONF
    );
}

Reply selective_listening_retrieve(Request& request) {
    const auto& asked = *request.att.as<ATTSelectiveListeningRetrieve_t>();
    if (asked.allParties == 0 && asked.selectedParty.callID <= 0) {
        return request.refuse(Denial::UnknownConnection, "no party was selected");
    }
    return escape_confirmed<ATTSelectiveListeningRetrieveConfEvent_t>(
        request.at.telephone_switch.listening().hear_again(
            from_abi(asked.subjectConnection), selected_of(asked)
        ),
        ATT_SELECTIVE_LISTENING_RETRIEVE_CONF
    );
}

Reply send_dtmf_tone(Request& request) {
    const auto* newest = request.att.as<ATTSendDTMFTone_t>();
    const auto asked =
        newest != nullptr ? tone_request(*newest) : tone_request(*request.att.as<ATTV4SendDTMFTone_t>());
    if (asked.receivers.size() > ATT_MAX_RECEIVERS) {
        return request.refuse(Denial::ValueOutOfRange, "tones go to at most five parties by name");
    }
    return escape_confirmed<ATTSendDTMFToneConfEvent_t>(
        request.at.telephone_switch.listening().send_tones(asked), ATT_SENDDTMF_TONE_CONF
    );
}

}  // namespace ctiengine::simulator
