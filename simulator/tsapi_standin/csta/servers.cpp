// The functions of acs.h that ask servers outside any stream.
#include "simulator/tsapi_standin/c_enum.hpp"
#include "simulator/tsapi_standin/c_text.hpp"
#include "simulator/tsapi_standin/call_guard.hpp"
#include "simulator/tsapi_standin/network/server_dialog.hpp"
#include "simulator/tsapi_standin/network/tlink_directory.hpp"
#include "simulator/wire/pdu.hpp"

using namespace ctiengine::tsapi_standin;
namespace wire = ctiengine::wire;

namespace {

/// Calls back with each TLink; false when the program has seen enough.
bool tell(std::vector<Tlink>& tlinks, EnumServerNamesCB callback, unsigned long parameter) {
    for (auto& tlink : tlinks) {
        if (callback(tlink.name.data(), parameter) == FALSE) return false;
    }
    return true;
}

/// Servers in the order of tslibrc, names in the order of the server.
RetCode_t enumerate(StreamType_t type, EnumServerNamesCB callback, unsigned long parameter) {
    const auto settings = load_tslibrc();
    if (!settings || settings->servers.empty()) return ACSERR_NODRIVER;
    RetCode_t result = ACSERR_NOSERVER;
    for (const auto& server : settings->servers) {
        auto answer = ask_name_server(server, type);
        if (answer.understood) {
            result = ACSPOSITIVE_ACK;
        } else if (answer.reached && result != ACSPOSITIVE_ACK) {
            result = ACSERR_UNKNOWN;
        }
        if (!tell(answer.tlinks, callback, parameter)) break;
    }
    return result;
}

RetCode_t query_auth_info(const std::string& name, ACSAuthInfo_t& info) {
    const auto settings = load_tslibrc();
    if (!settings || settings->servers.empty()) return ACSERR_NODRIVER;
    const auto tlink = TlinkDirectory(settings->servers, ST_CSTA).find(name);
    if (!tlink) return ACSERR_NOSERVER;
    ServerDialog dialog(tlink->host, tlink->port);
    if (!dialog) return ACSERR_NOSERVER;
    const auto question = wire::make_frame(ACSREQUEST, ACS_KEY_REQUEST, 0, ACSKeyRequest_t{});
    if (!question || !dialog.send(*question)) return ACSERR_UNKNOWN;
    const auto frame = dialog.receive();
    const auto pdu = frame ? wire::decode_pdu(*frame) : wire::OwnedPdu("no answer");
    const auto* answer = pdu.as<ACSAuthReplyTwo_t>();
    if (answer == nullptr) return ACSERR_UNKNOWN;
    info = answer->authInfo;
    return ACSPOSITIVE_ACK;
}

}  // namespace

extern "C" {

RetCode_t acsEnumServerNames(StreamType_t streamType, EnumServerNamesCB userCB, unsigned long lParam) {
    if (userCB == nullptr || !within(streamType, ST_CSTA, ST_NMSRV)) return ACSERR_BADPARAMETER;
    return guarded([&] { return enumerate(streamType, userCB, lParam); });
}

RetCode_t acsQueryAuthInfo(ServerID_t* serverID, ACSAuthInfo_t* authInfo) {
    if (any_null(serverID) || any_null(authInfo)) return ACSERR_BADPARAMETER;
    return guarded([&] { return query_auth_info(text_from(serverID), *authInfo); });
}

}  // extern "C"
