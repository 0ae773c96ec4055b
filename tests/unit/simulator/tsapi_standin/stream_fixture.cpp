#include "tests/unit/simulator/tsapi_standin/stream_fixture.hpp"

namespace ctiengine::tsapi_standin::test {
namespace {

using Read = RetCode_t (*)(ACSHandle_t, void*, unsigned short*, PrivateData_t*, unsigned short*);

ReadEvent read(Read function, ACSHandle_t handle) {
    ReadEvent read;
    read.private_data.length = sizeof read.private_data.data;
    auto* private_data = reinterpret_cast<PrivateData_t*>(&read.private_data);
    read.result = function(handle, &read.event, &read.size, private_data, &read.left);
    return read;
}

}  // namespace

ReadEvent block(ACSHandle_t handle) {
    return read(&acsGetEventBlock, handle);
}
ReadEvent poll_event(ACSHandle_t handle) {
    return read(&acsGetEventPoll, handle);
}

OpenParameters::OpenParameters(const std::string& tlink) {
    set(server_id, tlink);
    set(login_id, "ctiuser");
    set(password, "Secret1!");
    set(application, "unit test");
    set(api_version, CSTA_API_VERSION);
}

RetCode_t OpenParameters::open(ACSHandle_t& handle) {
    return acsOpenStream(
        &handle, invoke_ids, invoke_id, ST_CSTA, &server_id, &login_id, &password, &application, ACS_LEVEL1,
        &api_version, send_queue, 0, receive_queue, 0, private_data
    );
}

StreamTest::~StreamTest() {
    if (handle_ != 0) acsAbortStream(handle_, nullptr);
}

void StreamTest::open_stream(OpenParameters parameters) {
    ASSERT_GE(parameters.open(handle_), 0);
    peer_ = switch_.accept();
    const auto request = peer_->receive();
    ASSERT_EQ(request.type, ACS_OPEN_STREAM);
    peer_->send_pdu(ACSCONFIRMATION, ACS_OPEN_STREAM_CONF, request.reference, ACSOpenStreamConfEvent_t{});
    ASSERT_EQ(block(handle_).kind(), kind(ACSCONFIRMATION, ACS_OPEN_STREAM_CONF));
}

ConnectionID_t StreamTest::connection(long call, const char* device) const {
    ConnectionID_t made{};
    made.callID = call;
    set(made.deviceID, device);
    made.devIDType = STATIC_ID;
    return made;
}

}  // namespace ctiengine::tsapi_standin::test
