// Private data of confirmations in every version that a stream can have.
#include "simulator/wire/att.hpp"
#include "simulator/wire/att_versions.hpp"
#include "tests/unit/simulator/switch/request_fixture.hpp"

namespace ctiengine::simulator::test {
namespace {

class PrivateConfirmations : public RequestsTest, public testing::WithParamInterface<int> {
  protected:
    std::unique_ptr<WireClient> open_with_version() {
        return open_client("ECS#" + std::to_string(GetParam()));
    }

    /// The confirmation has the message of this version, or none where the version has none.
    void expect_private(const wire::Frame& confirmation, std::uint16_t newest) {
        EXPECT_EQ(failure_of(confirmation), -1) << "for private message " << newest;
        EXPECT_EQ(
            wire::att_pdu_number(confirmation.private_data).value_or(0),
            wire::att_number_in(newest, GetParam())
        ) << "for private message "
          << newest;
    }
};

TEST_P(PrivateConfirmations, OfCalls) {
    auto client = open_with_version();
    expect_private(client->ask(CSTA_MAKE_CALL, make_call_request("4001", "4002")), ATT_MAKE_CALL_CONF);
    client->ask(CSTA_ANSWER_CALL, CSTAAnswerCall_t{leg(1, "4002")});
    CSTAConsultationCall_t consult{};
    consult.activeCall = leg(1, "4001");
    put_text(consult.calledDevice, "4003");
    expect_private(client->ask(CSTA_CONSULTATION_CALL, consult), ATT_CONSULTATION_CALL_CONF);
    client->ask(CSTA_ANSWER_CALL, CSTAAnswerCall_t{leg(2, "4003")});
    const CSTAConferenceCall_t conference{leg(1, "4001"), leg(2, "4001")};
    expect_private(client->ask(CSTA_CONFERENCE_CALL, conference), ATT_CONFERENCE_CALL_CONF);
    expect_private(
        client->ask(CSTA_SNAPSHOT_CALL, CSTASnapshotCall_t{leg(2, "4001")}), ATT_SNAPSHOT_CALL_CONF
    );
}

TEST_P(PrivateConfirmations, OfDevices) {
    auto client = open_with_version();
    CSTAMonitorDevice_t monitor{};
    put_text(monitor.deviceID, "4001");
    expect_private(client->ask(CSTA_MONITOR_DEVICE, monitor), ATT_MONITOR_CONF);
    CSTASnapshotDevice_t snapshot{};
    put_text(snapshot.snapshotObject, "4001");
    expect_private(client->ask(CSTA_SNAPSHOT_DEVICE, snapshot), ATT_SNAPSHOT_DEVICE_CONF);
    CSTAQueryDeviceInfo_t info{};
    put_text(info.device, "4001");
    expect_private(client->ask(CSTA_QUERY_DEVICE_INFO, info), ATT_QUERY_DEVICE_INFO_CONF);
    expect_private(client->ask(CSTA_GETAPI_CAPS, CSTAGetAPICaps_t{}), ATT_GETAPI_CAPS_CONF);
    expect_private(client->ask(CSTA_REQ_SYS_STAT, CSTAReqSysStat_t{}), ATT_LINK_STATUS);
}

TEST_P(PrivateConfirmations, OfAgents) {
    auto client = open_with_version();
    CSTASetAgentState_t log_in{};
    put_text(log_in.device, "4001");
    log_in.agentMode = AM_LOG_IN;
    put_text(log_in.agentID, "2001");
    put_text(log_in.agentPassword, "1234");
    expect_private(client->ask(CSTA_SET_AGENT_STATE, log_in), ATT_SET_AGENT_STATE_CONF);
    CSTAQueryAgentState_t query{};
    put_text(query.device, "4001");
    expect_private(client->ask(CSTA_QUERY_AGENT_STATE, query), ATT_QUERY_AGENT_STATE_CONF);
}

TEST_P(PrivateConfirmations, OfEscapeServices) {
    auto client = open_with_version();
    if (GetParam() < wire::att_versions(ATT_QUERY_DEVICE_NAME)->first) return;
    ATTQueryDeviceName_t name{};
    put_text(name.device, "4001");
    const auto asked = private_data(ATT_QUERY_DEVICE_NAME, name);
    expect_private(client->ask(CSTA_ESCAPE_SVC, CSTAEscapeSvc_t{}, asked), ATT_QUERY_DEVICE_NAME_CONF);
}

/// A request of a later version is refused, one of an earlier version is not.
TEST_P(PrivateConfirmations, NeverAnswerLaterRequests) {
    auto client = open_with_version();
    const ATTSelectiveListeningHold_t hold{leg(1, "4001"), 1, {}};
    const auto later =
        client->ask(CSTA_ESCAPE_SVC, CSTAEscapeSvc_t{}, private_data(ATT_SELECTIVE_LISTENING_HOLD, hold));
    const auto unknown_call = INVALID_CSTA_CONNECTION_IDENTIFIER;
    EXPECT_EQ(failure_of(later), GetParam() < 5 ? GENERIC_UNSPECIFIED_REJECTION : unknown_call);
    const auto call = make_call_request("4001", "4002");
    const auto earlier = client->ask(CSTA_MAKE_CALL, call, private_data(ATTV5_MAKE_CALL, ATTV5MakeCall_t{}));
    EXPECT_EQ(earlier.type, CSTA_MAKE_CALL_CONF);
}

INSTANTIATE_TEST_SUITE_P(
    Versions, PrivateConfirmations, testing::Range(wire::kFirstAttVersion, wire::kLastAttVersion + 1)
);

}  // namespace
}  // namespace ctiengine::simulator::test
