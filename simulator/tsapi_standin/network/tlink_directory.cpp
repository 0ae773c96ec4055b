#include "simulator/tsapi_standin/network/tlink_directory.hpp"

#include "simulator/tsapi_standin/network/server_dialog.hpp"
#include "simulator/tsapi_standin/trace.hpp"
#include "simulator/wire/pdu.hpp"

#include <algorithm>

namespace ctiengine::tsapi_standin {
namespace {

std::optional<Tlink> tlink_from(const ACSNameAddr_t& entry, const std::string& host) {
    if (entry.serverName == nullptr || entry.serverAddr.value == nullptr || entry.serverAddr.length != 2) {
        return std::nullopt;
    }
    const unsigned port = entry.serverAddr.value[0] * 256U + entry.serverAddr.value[1];
    return Tlink{entry.serverName, host, static_cast<std::uint16_t>(port)};
}

/// Adds the TLinks of one reply; true when more replies follow.
bool collect(const ACSNameSrvReply_t& reply, const std::string& host, std::vector<Tlink>& tlinks) {
    for (unsigned index = 0; index < reply.list.count; ++index) {
        if (auto tlink = tlink_from(reply.list.nameAddr[index], host)) tlinks.push_back(std::move(*tlink));
    }
    return reply.more != 0;
}

}  // namespace

NameServerAnswer ask_name_server(const NameServer& server, StreamType_t type) {
    NameServerAnswer answer;
    ServerDialog dialog(server.host, server.port);
    answer.reached = static_cast<bool>(dialog);
    if (!dialog) return answer;

    ACSNameSrvRequest_t question{};
    question.streamType = type;
    const auto request = wire::make_frame(ACSREQUEST, ACS_NAME_SRV_REQUEST, 0, question);
    if (!request || !dialog.send(*request)) return answer;
    for (bool more = true; more;) {
        const auto frame = dialog.receive();
        const auto pdu = frame ? wire::decode_pdu(*frame) : wire::OwnedPdu("no answer");
        const auto* reply = pdu.as<ACSNameSrvReply_t>();
        if (reply == nullptr) {
            trace(
                "name server %s port %u gave no answer that we understand", server.host.c_str(), server.port
            );
            return answer;
        }
        more = collect(*reply, server.host, answer.tlinks);
    }
    answer.understood = true;
    return answer;
}

std::optional<Tlink> TlinkDirectory::find(const std::string& name) {
    const auto named = [&name](const Tlink& tlink) { return same_tlink(tlink.name, name); };
    for (;;) {
        const auto found = std::find_if(known_.begin(), known_.end(), named);
        if (found != known_.end()) return *found;
        if (asked_ == servers_.size()) return std::nullopt;
        auto answer = ask_name_server(servers_[asked_++], type_);
        known_.insert(known_.end(), answer.tlinks.begin(), answer.tlinks.end());
    }
}

bool wants_tls(const std::string& tlink) {
    std::string_view rest = tlink;
    for (int field = 0; field < 2; ++field) {
        const auto mark = rest.find('#');
        if (mark == std::string_view::npos) return false;
        rest.remove_prefix(mark + 1);
    }
    return same_tlink(rest.substr(0, rest.find('#')), "CSTA-S");
}

}  // namespace ctiengine::tsapi_standin
