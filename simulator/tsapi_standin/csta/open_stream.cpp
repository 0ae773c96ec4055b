#include "simulator/tsapi_standin/csta/open_stream.hpp"

#include "common/secret_memory/vector_registers.hpp"
#include "simulator/tsapi_standin/network/server_dialog.hpp"
#include "simulator/tsapi_standin/network/tlink_directory.hpp"
#include "simulator/tsapi_standin/stream/stream_table.hpp"
#include "simulator/tsapi_standin/trace.hpp"
#include "simulator/tsapi_standin/version_list.hpp"
#include "simulator/wire/pdu.hpp"

#include <cstdio>
#include <memory>
#include <optional>
#include <string_view>

namespace ctiengine::tsapi_standin {
namespace {

constexpr const char* kLibraryVersion = "stand-in " CTIENGINE_VERSION;
constexpr std::string_view kVersionPrefix = "TS";
constexpr std::string_view kKnownApiVersions = "1-2";

struct Connected {
    Tlink tlink;
    Descriptor socket;
};

/// The API version to ask for; nullopt when the program wants none that we have.
std::optional<std::string> api_version_for(std::string_view wanted) {
    if (!wanted.starts_with(kVersionPrefix)) return std::nullopt;
    const auto versions = VersionList::parse(wanted.substr(kVersionPrefix.size()));
    if (!versions) return std::nullopt;
    const auto common = versions->common_with(*VersionList::parse(kKnownApiVersions));
    if (common.empty()) return std::nullopt;
    return std::string(kVersionPrefix) + std::to_string(common.highest());
}

/// Tries the preferred TLink and its alternates in order.
RetCode_t connect_tlink(const Tslibrc& settings, const OpenRequest& request, Connected& connected) {
    TlinkDirectory directory(settings.servers, request.message.streamType);
    RetCode_t result = ACSERR_NOSERVER;
    for (const auto& name : tlinks_to_try(settings, request.tlink)) {
        auto tlink = directory.find(name);
        if (!tlink) {
            trace("no server of tslibrc offers %s", name.c_str());
        } else if (wants_tls(tlink->name)) {
            trace("%s wants TLS, which the stand-in does not have", name.c_str());
            result = ACSERR_SSL_INIT_FAILED;
        } else if (ServerDialog dialog(tlink->host, tlink->port); dialog) {
            connected = {std::move(*tlink), dialog.release()};
            return ACSPOSITIVE_ACK;
        }
    }
    return result;
}

wire::Frame open_frame(const OpenRequest& request, const std::string& tlink, const std::string& api_version) {
    auto message = request.message;
    std::snprintf(message.serverID, sizeof message.serverID, "%s", tlink.c_str());
    std::snprintf(message.apiVer, sizeof message.apiVer, "%s", api_version.c_str());
    std::snprintf(message.libVer, sizeof message.libVer, "%s", kLibraryVersion);
    const auto invoke_id = static_cast<std::uint32_t>(request.invoke_id);
    auto frame = wire::make_frame(ACSREQUEST, ACS_OPEN_STREAM, invoke_id, message).value();
    frame.vendor = request.private_data.vendor;
    frame.private_data = request.private_data.private_data;
    return frame;
}

StreamSettings stream_settings(const OpenRequest& request, const std::string& tlink) {
    StreamSettings settings;
    settings.server_id = tlink;
    settings.invoke_ids = request.invoke_id_type;
    if (request.send_queue > 0) settings.send_queue = request.send_queue;
    if (request.receive_queue > 0) settings.receive_queue = request.receive_queue;
    settings.heartbeat = Heartbeat::interval_from_environment();
    return settings;
}

}  // namespace

RetCode_t open_stream(const OpenRequest& request, ACSHandle_t& handle) {
    const auto api_version = api_version_for(request.api_versions);
    if (!api_version) return ACSERR_APIVERDENIED;
    const auto settings = load_tslibrc();
    if (!settings || settings->servers.empty()) return ACSERR_NODRIVER;

    Connected connected;
    const auto refused = connect_tlink(*settings, request, connected);
    if (refused != ACSPOSITIVE_ACK) return refused;

    const auto& tlink = connected.tlink.name;
    auto& table = StreamTable::of_process();
    const auto stream = std::make_shared<Stream>(
        table.arrivals(), stream_settings(request, tlink), std::move(connected.socket)
    );
    const auto sent = stream->request(open_frame(request, tlink, *api_version));
    if (sent < ACSPOSITIVE_ACK) return sent == ACSERR_NOBUFFERS ? sent : ACSERR_NOSERVER;
    const auto added = table.add(stream);
    if (added == 0) return ACSERR_NORESOURCE;
    handle = added;
    cleanse_vector_registers(
    );  // the stream's thread begins with them, and the password was copied through them
    try {
        stream->start();
    } catch (...) {
        table.remove(added);
        throw;
    }
    return sent;
}

}  // namespace ctiengine::tsapi_standin
