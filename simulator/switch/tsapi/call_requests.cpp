// Call control: TSAPI requests to calls of the switch (tsapi: 3, 7.2, 7.5).
#include "simulator/switch/tsapi/request.hpp"

namespace ctiengine::simulator {
namespace {

template <class Att>
std::optional<CallOptions> options_of(const wire::OwnedPdu& att) {
    const auto* given = att.as<Att>();
    if (given == nullptr) return std::nullopt;
    CallOptions options{from_abi_user_data(given->userInfo)};
    if constexpr (requires { given->destRoute; }) options.dest_route = text_of(given->destRoute);
    if constexpr (requires { given->priorityCalling; }) options.priority = given->priorityCalling != 0;
    return options;
}

/// Direct agent call and supervisor assist: `split` is the member that gets the split.
template <class Att>
std::optional<CallOptions> split_options_of(const wire::OwnedPdu& att, std::string CallOptions::*split) {
    auto options = options_of<Att>(att);
    if (options) (*options).*split = text_of(att.as<Att>()->split);
    return options;
}

std::optional<CallOptions> agent_call_options(const wire::OwnedPdu& att) {
    const auto direct = &CallOptions::direct_agent_split;
    const auto assist = &CallOptions::assist_split;
    if (auto options = split_options_of<ATTDirectAgentCall_t>(att, direct)) return options;
    if (auto options = split_options_of<ATTV5DirectAgentCall_t>(att, direct)) return options;
    if (auto options = split_options_of<ATTSupervisorAssistCall_t>(att, assist)) return options;
    return split_options_of<ATTV5SupervisorAssistCall_t>(att, assist);
}

/// What the private data of make and consultation call says; versions 5 and 6 differ in length only.
Outcome<CallOptions> call_options(const Request& request) {
    if (request.att.type() == 0) return CallOptions{};
    if (auto options = options_of<ATTMakeCall_t>(request.att)) return *options;
    if (auto options = options_of<ATTV5MakeCall_t>(request.att)) return *options;
    if (auto options = options_of<ATTConsultationCall_t>(request.att)) return *options;
    if (auto options = options_of<ATTV5ConsultationCall_t>(request.att)) return *options;
    if (auto options = agent_call_options(request.att)) return *options;
    return request.refuse(Denial::ServiceNotOffered, std::string(request.att.name()) + " is not offered");
}

template <class Newest, class Old>
std::optional<UserData> user_data_of(const wire::OwnedPdu& att) {
    if (const auto* given = att.as<Newest>()) return from_abi_user_data(given->userInfo);
    if (const auto* given = att.as<Old>()) return from_abi_user_data(given->userInfo);
    return std::nullopt;
}

template <class Att>
void put_ucid(wire::Frame& frame, std::uint16_t number, const Request& request, const std::string& ucid) {
    if (request.version() < 5 || !request.at.telephone_switch.plan().profile.send_ucid) return;
    Att att{};
    put_text(att.ucid, ucid);
    put_private(frame, number, att);
}

template <class Abi, class Att>
Reply merged(
    const Outcome<MergedCall>& outcome, std::uint16_t type, std::uint16_t att, const Request& request
) {
    if (!outcome) return outcome.error();
    std::vector<Connection_t> list;
    for (const auto& party : outcome->parties) list.push_back({to_abi(party.party), to_abi(party.device)});
    Abi abi{};
    abi.newCall = to_abi(ConnectionRef{outcome->call, "0", true});  // a call without a party
    abi.connList = {static_cast<unsigned>(list.size()), list.data()};
    auto frame = confirmation(type, abi);
    put_ucid<Att>(frame, att, request, outcome->ucid);
    return frame;
}

}  // namespace

Reply make_call(Request& request) {
    const auto& asked = request.as<CSTAMakeCall_t>();
    const auto options = call_options(request);
    if (!options) return options.error();
    const auto made = request.at.telephone_switch.setup().make_call(
        text_of(asked.callingDevice), text_of(asked.calledDevice), *options
    );
    if (!made) return made.error();
    CSTAMakeCallConfEvent_t abi{};
    abi.newCall = to_abi(made->connection);
    auto frame = confirmation(CSTA_MAKE_CALL_CONF, abi);
    put_ucid<ATTMakeCallConfEvent_t>(frame, ATT_MAKE_CALL_CONF, request, made->ucid);
    return frame;
}

Reply consultation_call(Request& request) {
    const auto& asked = request.as<CSTAConsultationCall_t>();
    const auto options = call_options(request);
    if (!options) return options.error();
    const auto made = request.at.telephone_switch.handling().consult(
        from_abi(asked.activeCall), text_of(asked.calledDevice), *options
    );
    if (!made) return made.error();
    CSTAConsultationCallConfEvent_t abi{};
    abi.newCall = to_abi(made->connection);
    auto frame = confirmation(CSTA_CONSULTATION_CALL_CONF, abi);
    put_ucid<ATTConsultationCallConfEvent_t>(frame, ATT_CONSULTATION_CALL_CONF, request, made->ucid);
    return frame;
}

Reply answer_call(Request& request) {
    const auto leg = from_abi(request.as<CSTAAnswerCall_t>().alertingCall);
    return confirm<CSTAAnswerCallConfEvent_t>(
        request.at.telephone_switch.handling().answer(leg), CSTA_ANSWER_CALL_CONF
    );
}

Reply clear_connection(Request& request) {
    const auto leg = from_abi(request.as<CSTAClearConnection_t>().call);
    const auto user_data = user_data_of<ATTClearConnection_t, ATTV5ClearConnection_t>(request.att);
    return confirm<CSTAClearConnectionConfEvent_t>(
        request.at.telephone_switch.clearing().clear_connection(leg, user_data), CSTA_CLEAR_CONNECTION_CONF
    );
}

Reply clear_call(Request& request) {
    const auto leg = from_abi(request.as<CSTAClearCall_t>().call);
    return confirm<CSTAClearCallConfEvent_t>(
        request.at.telephone_switch.clearing().clear_call(leg.call), CSTA_CLEAR_CALL_CONF
    );
}

Reply hold_call(Request& request) {
    const auto leg = from_abi(request.as<CSTAHoldCall_t>().activeCall);
    return confirm<CSTAHoldCallConfEvent_t>(
        request.at.telephone_switch.handling().hold(leg), CSTA_HOLD_CALL_CONF
    );
}

Reply retrieve_call(Request& request) {
    const auto leg = from_abi(request.as<CSTARetrieveCall_t>().heldCall);
    return confirm<CSTARetrieveCallConfEvent_t>(
        request.at.telephone_switch.handling().retrieve(leg), CSTA_RETRIEVE_CALL_CONF
    );
}

Reply alternate_call(Request& request) {
    const auto& asked = request.as<CSTAAlternateCall_t>();
    const auto done = request.at.telephone_switch.handling().alternate(
        from_abi(asked.activeCall), from_abi(asked.otherCall)
    );
    return confirm<CSTAAlternateCallConfEvent_t>(done, CSTA_ALTERNATE_CALL_CONF);
}

Reply reconnect_call(Request& request) {
    const auto& asked = request.as<CSTAReconnectCall_t>();
    const auto user_data = user_data_of<ATTReconnectCall_t, ATTV5ReconnectCall_t>(request.att);
    const auto done = request.at.telephone_switch.handling().reconnect(
        from_abi(asked.activeCall), from_abi(asked.heldCall), user_data
    );
    return confirm<CSTAReconnectCallConfEvent_t>(done, CSTA_RECONNECT_CALL_CONF);
}

Reply transfer_call(Request& request) {
    const auto& asked = request.as<CSTATransferCall_t>();
    const auto done =
        request.at.telephone_switch.merging().transfer(from_abi(asked.heldCall), from_abi(asked.activeCall));
    return merged<CSTATransferCallConfEvent_t, ATTTransferCallConfEvent_t>(
        done, CSTA_TRANSFER_CALL_CONF, ATT_TRANSFER_CALL_CONF, request
    );
}

Reply conference_call(Request& request) {
    const auto& asked = request.as<CSTAConferenceCall_t>();
    const auto done = request.at.telephone_switch.merging().conference(
        from_abi(asked.heldCall), from_abi(asked.activeCall)
    );
    return merged<CSTAConferenceCallConfEvent_t, ATTConferenceCallConfEvent_t>(
        done, CSTA_CONFERENCE_CALL_CONF, ATT_CONFERENCE_CALL_CONF, request
    );
}

}  // namespace ctiengine::simulator
