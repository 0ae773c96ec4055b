#include "simulator/switch/model/call_listening.hpp"

#include "tsapi-worker/tsapi/abi/csta_pdus.h"

namespace ctiengine::simulator {
namespace {

void hear(Party& party, const std::string& tones) {
    auto& heard = party.tones_heard;
    heard += tones;
    if (heard.size() > CallListening::kMaxTones) heard.erase(0, heard.size() - CallListening::kMaxTones);
}

}  // namespace

Outcome<Leg> CallListening::connected(const ConnectionRef& connection) {
    auto leg = core_.leg(connection);
    if (leg && leg->party->state != CS_CONNECT) {
        return core_.refuse(Denial::WrongCallState, connection.device + " does not talk on this call");
    }
    return leg;
}

Outcome<CallListening::Pair> CallListening::pair(
    const ConnectionRef& subject, const ConnectionRef& selected
) {
    const auto first = connected(subject);
    if (!first) return first.error();
    Pair found{first->party, {}};
    if (selected.call == 0) {
        for (const auto& party : first->call->parties) {
            if (&party != first->party) found.selected.push_back(party.serial);
        }
        return found;
    }
    const auto second = connected(selected);
    if (!second) return second.error();
    if (second->call != first->call || second->party == first->party) {
        return core_.refuse(Denial::UnknownConnection, "two parties of one call are needed");
    }
    found.selected.push_back(second->party->serial);
    return found;
}

Outcome<void> CallListening::stop_hearing(const ConnectionRef& subject, const ConnectionRef& selected) {
    auto found = pair(subject, selected);
    if (!found) return found.error();
    found->subject->not_heard.insert(found->selected.begin(), found->selected.end());
    return {};
}

Outcome<void> CallListening::hear_again(const ConnectionRef& subject, const ConnectionRef& selected) {
    auto found = pair(subject, selected);
    if (!found) return found.error();
    for (const auto serial : found->selected) found->subject->not_heard.erase(serial);
    return {};
}

Outcome<void> CallListening::check_tones(const std::string& tones) const {
    const bool known = tones.find_first_not_of("0123456789*#ABCD") == std::string::npos;
    if (known && !tones.empty() && tones.size() <= kMaxTones) return {};
    return core_.refuse(Denial::ValueOutOfRange, "tones are 1 to 32 of 0-9 * # A-D");
}

Outcome<void> CallListening::check_receivers(const ToneRequest& request) {
    for (const auto& receiver : request.receivers) {
        const auto leg = connected(receiver);
        if (!leg) return leg.error();
        if (leg->call->id != request.sender.call) {
            return core_.refuse(Denial::UnknownConnection, receiver.device + " is on another call");
        }
    }
    return {};
}

Outcome<void> CallListening::send_tones(const ToneRequest& request) {
    if (const auto checked = check_tones(request.tones); !checked) return checked.error();
    const auto& sender = request.sender;
    if (!sender.device.empty()) {
        if (const auto leg = connected(sender); !leg) return leg.error();
    } else if (core_.calls.find(sender.call) == nullptr) {
        return core_.refuse(Denial::UnknownConnection, "there is no call " + std::to_string(sender.call));
    }
    if (const auto checked = check_receivers(request); !checked) return checked.error();
    for (auto& party : core_.calls.find(sender.call)->parties) {
        const auto& chosen = request.receivers;
        const auto is_this = [&party](const auto& receiver) { return receiver.device == party.device; };
        const bool all = chosen.empty() && party.state == CS_CONNECT && party.device != sender.device;
        if (all || std::any_of(chosen.begin(), chosen.end(), is_this)) hear(party, request.tones);
    }
    return {};
}

Outcome<ConnectionRef> CallListening::press_keys(const ConnectionRef& party, const std::string& digits) {
    if (digits.size() > kMaxDigits) {
        return core_.refuse(Denial::ValueOutOfRange, "at most 24 digits can be reported at a time");
    }
    if (const auto sent = send_tones({party, {}, digits}); !sent) return sent.error();
    const Call& call = *core_.calls.find(party.call);
    auto event = core_.event(call, CSTA_PRIVATE_STATUS, core_.profile.causes.entered_digits);
    event.connection = party;
    event.digits = digits;
    core_.report(call, event);
    return party;
}

}  // namespace ctiengine::simulator
