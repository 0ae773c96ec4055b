// The functions of acs.h that open, use and close streams.
#include "simulator/tsapi_standin/c_enum.hpp"
#include "simulator/tsapi_standin/csta/open_stream.hpp"
#include "simulator/tsapi_standin/csta/send_request.hpp"
#include "simulator/tsapi_standin/stream/stream_table.hpp"

#include <algorithm>

using namespace ctiengine::tsapi_standin;
namespace wire = ctiengine::wire;

namespace {

constexpr unsigned short kShortestHeartbeat = 5;  // seconds
constexpr unsigned short kLongestHeartbeat = 60;

/// The private protocol has 47 bytes for a password and no encryption: the simulator keeps no secrets.
bool put_password(CryptPasswd_t& to, const Passwd_t* from) {
    const auto password = text_from(from);
    if (password.size() > sizeof to.value) return false;
    to.length = static_cast<unsigned short>(password.size());
    std::copy(password.begin(), password.end(), to.value);
    return true;
}

RetCode_t close_stream(ACSHandle_t handle, InvokeID_t invoke_id, const PrivateData_t* private_data) {
    const auto stream = StreamTable::of_process().find(handle);
    if (!stream) return ACSERR_BADHDL;
    auto frame = wire::make_frame(
        ACSREQUEST, ACS_CLOSE_STREAM, static_cast<std::uint32_t>(invoke_id), ACSCloseStream_t{}
    );
    if (!frame || !attach_private_data(*frame, private_data)) return ACSERR_BADPARAMETER;
    return stream->close(std::move(*frame));
}

/// Tells the server as far as that goes; the stream ends in any case.
RetCode_t abort_stream(ACSHandle_t handle, const PrivateData_t* private_data) {
    auto& table = StreamTable::of_process();
    const auto stream = table.find(handle);
    if (!stream) return ACSERR_BADHDL;
    auto frame = wire::make_frame(ACSREQUEST, ACS_ABORT_STREAM, 0, ACSAbortStream_t{});
    if (frame && attach_private_data(*frame, private_data)) static_cast<void>(stream->notify(*frame));
    return table.remove(handle) ? ACSPOSITIVE_ACK : ACSERR_BADHDL;
}

RetCode_t set_heartbeat(
    ACSHandle_t handle, InvokeID_t invoke_id, unsigned short seconds, const PrivateData_t* private_data
) {
    if (seconds < kShortestHeartbeat || seconds > kLongestHeartbeat) {
        const auto stream = StreamTable::of_process().find(handle);
        return stream ? stream->refuse(TSERVER_INVALID_HEARTBEAT_INTERVAL, invoke_id) : ACSERR_BADHDL;
    }
    const ACSSetHeartbeatInterval_t message{static_cast<short>(seconds)};
    auto frame = wire::make_frame(ACSREQUEST, ACS_SET_HEARTBEAT_INTERVAL, 0, message);
    return send_frame(handle, invoke_id, Reference::InvokeId, std::move(frame), private_data);
}

}  // namespace

extern "C" {

// acsLevelReq is ignored, as the API says; extra buffers make the queues longer.
RetCode_t acsOpenStream(
    ACSHandle_t* acsHandle,
    InvokeIDType_t invokeIDType,
    InvokeID_t invokeID,
    StreamType_t streamType,
    ServerID_t* serverID,
    LoginID_t* loginID,
    Passwd_t* passwd,
    AppName_t* applicationName,
    Level_t acsLevelReq,
    Version_t* apiVer,
    unsigned short sendQSize,
    unsigned short sendExtraBufs,
    unsigned short recvQSize,
    unsigned short recvExtraBufs,
    PrivateData_t* priv
) {
    if (any_null(acsHandle) || any_null(serverID) || any_null(loginID, passwd) || any_null(applicationName) ||
        any_null(apiVer) || !within(streamType, ST_CSTA, ST_NMSRV) ||
        !within(invokeIDType, APP_GEN_ID, LIB_GEN_ID)) {
        return ACSERR_BADPARAMETER;
    }
    return guarded([&]() -> RetCode_t {
        OpenRequest request{};
        request.invoke_id_type = invokeIDType;
        request.invoke_id = invokeID;
        request.message.streamType = streamType;
        request.message.level = within(acsLevelReq, ACS_LEVEL1, ACS_LEVEL4) ? acsLevelReq : ACS_LEVEL1;
        copy_text(request.message.loginID, loginID);
        copy_text(request.message.applicationName, applicationName);
        request.tlink = text_from(serverID);
        request.api_versions = text_from(apiVer);
        request.send_queue = static_cast<std::size_t>(sendQSize) + sendExtraBufs;
        request.receive_queue = static_cast<std::size_t>(recvQSize) + recvExtraBufs;
        if (!put_password(request.message.cryptPass, passwd)) return ACSERR_BADPARAMETER;
        if (!attach_private_data(request.private_data, priv)) return ACSERR_BADPARAMETER;
        return open_stream(request, *acsHandle);
    });
}

RetCode_t acsCloseStream(ACSHandle_t acsHandle, InvokeID_t invokeID, PrivateData_t* priv) {
    return guarded([&] { return close_stream(acsHandle, invokeID, priv); });
}

RetCode_t acsAbortStream(ACSHandle_t acsHandle, PrivateData_t* priv) {
    return guarded([&] { return abort_stream(acsHandle, priv); });
}

RetCode_t acsFlushEventQueue(ACSHandle_t acsHandle) {
    return guarded([&] { return StreamTable::of_process().flush(acsHandle); });
}

RetCode_t acsGetFile(ACSHandle_t acsHandle) {
    return guarded([&] { return StreamTable::of_process().descriptor(acsHandle); });
}

RetCode_t acsGetServerID(ACSHandle_t acsHandle, ServerID_t* serverID) {
    if (any_null(serverID)) return ACSERR_BADPARAMETER;
    return guarded([&]() -> RetCode_t {
        const auto stream = StreamTable::of_process().find(acsHandle);
        if (!stream) return ACSERR_BADHDL;
        if (stream->failed()) return ACSERR_STREAM_FAILED;
        const auto& name = stream->server_id();
        const auto length = std::min(name.size(), sizeof *serverID - 1);
        std::copy_n(name.begin(), length, *serverID);
        (*serverID)[length] = '\0';
        return ACSPOSITIVE_ACK;
    });
}

RetCode_t acsSetHeartbeatInterval(
    ACSHandle_t acsHandle, InvokeID_t invokeID, unsigned short heartbeatInterval, PrivateData_t* privData
) {
    return guarded([&] { return set_heartbeat(acsHandle, invokeID, heartbeatInterval, privData); });
}

}  // extern "C"
