// Single-step conference and transfer: escape services (tsapi: 6.2, 7.5).
#include "simulator/switch/tsapi/request.hpp"

namespace ctiengine::simulator {
namespace {

constexpr int kFirstWithConference = 5;
constexpr int kFirstWithTransfer = 8;

Refusal too_old(const Request& request, int needed) {
    return request.refuse(
        Denial::NoPrivateData, "this needs private data version " + std::to_string(needed) + " or later"
    );
}

std::string ucid_of(const Request& request, const std::string& ucid) {
    return request.at.telephone_switch.plan().profile.send_ucid ? ucid : std::string();
}

}  // namespace

Reply single_step_conference(Request& request) {
    if (request.version() < kFirstWithConference) return too_old(request, kFirstWithConference);
    const auto& asked = *request.att.as<ATTSingleStepConferenceCall_t>();
    const auto device = text_of(asked.deviceToBeJoin);
    const auto joined = request.at.telephone_switch.joining().join(
        {from_abi(asked.activeCall), device, asked.participationType, asked.alertDestination != 0}
    );
    if (!joined) return joined.error();
    std::vector<Connection_t> list;
    for (const auto& party : joined->parties) list.push_back({to_abi(party.party), to_abi(party.device)});
    ATTSingleStepConferenceCallConfEvent_t att{};
    att.newCall = to_abi(ConnectionRef{joined->call, device, false});
    att.connList = {static_cast<unsigned>(list.size()), list.data()};
    put_text(att.ucid, ucid_of(request, joined->ucid));
    auto reply = escape_confirmation();
    put_private(*reply, ATT_SINGLE_STEP_CONFERENCE_CALL_CONF, att);
    return reply;
}

Reply single_step_transfer(Request& request) {
    if (request.version() < kFirstWithTransfer) return too_old(request, kFirstWithTransfer);
    const auto& asked = *request.att.as<ATTSingleStepTransferCall_t>();
    const auto done = request.at.telephone_switch.joining().transfer(
        from_abi(asked.activeCall), text_of(asked.transferredTo)
    );
    if (!done) return done.error();
    auto reply = escape_confirmation();
    if (request.version() == kFirstWithTransfer) {
        ATTV8SingleStepTransferCallConfEvent_t att{};
        att.transferredCall = to_abi(done->transferred);
        put_private(*reply, ATTV8_SINGLE_STEP_TRANSFER_CALL_CONF, att);
        return reply;
    }
    ATTSingleStepTransferCallConfEvent_t att{};
    att.transferredCall = to_abi(done->transferred);
    put_text(att.ucid, ucid_of(request, done->ucid));
    put_private(*reply, ATT_SINGLE_STEP_TRANSFER_CALL_CONF, att);
    return reply;
}

}  // namespace ctiengine::simulator
