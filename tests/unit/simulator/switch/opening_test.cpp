// Name service, opening, heartbeats and closing of streams (tsapi: 2).
#include "simulator/switch/tsapi/conversions.hpp"
#include "tests/unit/simulator/switch/service_fixture.hpp"

namespace ctiengine::simulator::test {
namespace {

std::string version_of(const wire::Frame& answer) {
    if (answer.private_data.size() < 2) return "";
    return {answer.private_data.begin() + 1, answer.private_data.end() - 1};
}

TEST_F(ServiceTest, NamesItsTlinksAndTheirPorts) {
    WireClient client(on_switch([this] { return service_.name_port(); }));
    client.send(ACSREQUEST, ACS_NAME_SRV_REQUEST, 7, ACSNameSrvRequest_t{ST_CSTA});
    const auto answer = client.receive();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->reference, 7U);
    const auto pdu = wire::decode_pdu(*answer);
    const auto* reply = pdu.as<ACSNameSrvReply_t>();
    ASSERT_NE(reply, nullptr);
    ASSERT_EQ(reply->list.count, 2);
    EXPECT_EQ(reply->more, 0);
    for (unsigned i = 0; i < 2; ++i) {
        const auto& entry = reply->list.nameAddr[i];
        EXPECT_EQ(entry.serverName, tlink(i));
        ASSERT_EQ(entry.serverAddr.length, 2);
        EXPECT_EQ(entry.serverAddr.value[0] * 256 + entry.serverAddr.value[1], port(i));
    }
}

TEST_F(ServiceTest, NameServiceHangsUpOnOtherQuestions) {
    WireClient client(on_switch([this] { return service_.name_port(); }));
    client.send(ACSREQUEST, ACS_CLOSE_STREAM, 1, ACSCloseStream_t{});
    EXPECT_EQ(client.receive(), std::nullopt);
}

TEST_F(ServiceTest, OpensStreamWithTheHighestCommonVersion) {
    WireClient client(port());
    const auto answer = client.open(tlink());
    EXPECT_EQ(answer.event_class, ACSCONFIRMATION);
    EXPECT_EQ(answer.type, ACS_OPEN_STREAM_CONF);
    EXPECT_EQ(answer.reference, 1U);
    EXPECT_EQ(answer.vendor, "ECS");
    EXPECT_EQ(answer.private_data, (std::vector<std::uint8_t>{0, '9', 0}));
    const auto pdu = wire::decode_pdu(answer);
    EXPECT_EQ(text_of(pdu.as<ACSOpenStreamConfEvent_t>()->apiVer), "TS2");
}

TEST_F(ServiceTest, ComparesTlinkNamesWithoutCase) {
    WireClient client(port());
    EXPECT_EQ(client.open("avaya#cm1#csta#one").type, ACS_OPEN_STREAM_CONF);
}

struct VersionRow {
    const char* name;
    const char* asked;
    const char* vendor;
    const char* version;
};

class VersionTest : public ServiceTest, public testing::WithParamInterface<VersionRow> {};

TEST_P(VersionTest, IsNegotiated) {
    WireClient client(port());
    const auto answer = client.open(tlink(), GetParam().asked);
    EXPECT_EQ(answer.type, ACS_OPEN_STREAM_CONF);
    EXPECT_EQ(answer.vendor, GetParam().vendor);
    EXPECT_EQ(version_of(answer), GetParam().version);
}

INSTANTIATE_TEST_SUITE_P(
    Streams,
    VersionTest,
    testing::Values(
        VersionRow{"Range", "ECS#2-6", "ECS", "6"},
        VersionRow{"List", "ECS#3:5:7", "ECS", "7"},
        VersionRow{"Single", "ECS#8", "ECS", "8"},
        VersionRow{"BeyondOurs", "ECS#3-19", "ECS", "9"},
        VersionRow{"TwoVendors", "ECS#4-10#AT&T Definity G3#4-10", "ECS", "9"},
        VersionRow{"OldVendor", "AT&T Definity G3#2-6", "AT&T Definity G3", "6"},
        VersionRow{"OnlyNewer", "ECS#10-19", "", ""},
        VersionRow{"OtherVendor", "ACME#1-9", "", ""},
        VersionRow{"Nonsense", "ECS#x-y", "", ""},
        VersionRow{"Nothing", "", "", ""}
    ),
    [](const auto& row) { return row.param.name; }
);

struct RefusedOpen {
    const char* name;
    void (*spoil)(ACSOpenStream_t&);
    int failure;
};

class RefusedOpenTest : public ServiceTest, public testing::WithParamInterface<RefusedOpen> {};

TEST_P(RefusedOpenTest, NamesTheReason) {
    ACSOpenStream_t asked{};
    asked.streamType = ST_CSTA;
    put_text(asked.serverID, tlink());
    put_text(asked.loginID, "user");
    asked.cryptPass = {6, {'s', 'e', 'c', 'r', 'e', 't'}};
    GetParam().spoil(asked);
    WireClient client(port());
    client.send(ACSREQUEST, ACS_OPEN_STREAM, 5, asked);
    const auto answer = client.receive();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->type, ACS_UNIVERSAL_FAILURE_CONF);
    EXPECT_EQ(answer->reference, 5U);
    EXPECT_EQ(failure_of(*answer), GetParam().failure);
}

INSTANTIATE_TEST_SUITE_P(
    Streams,
    RefusedOpenTest,
    testing::Values(
        RefusedOpen{"WrongPassword", [](auto& asked) { asked.cryptPass.value[0] = 'S'; }, 25},
        RefusedOpen{"UnknownLogin", [](auto& asked) { put_text(asked.loginID, "nobody"); }, 25},
        RefusedOpen{"OtherServer", [](auto& asked) { put_text(asked.serverID, "AVAYA#CM1#CSTA#TWO"); }, 23},
        RefusedOpen{"OtherStreamType", [](auto& asked) { asked.streamType = ST_OAM; }, 24}
    ),
    [](const auto& row) { return row.param.name; }
);

TEST_F(ServiceTest, RefusesStreamsOnPurpose) {
    command({{"do", "refuse"}, {"code", 42}});
    WireClient refused(port());
    EXPECT_EQ(failure_of(refused.open(tlink())), 42);
    command({{"do", "refuse"}});
    WireClient welcome(port());
    EXPECT_EQ(welcome.open(tlink()).type, ACS_OPEN_STREAM_CONF);
}

TEST_F(ServiceTest, OpensStreamsWhileTheLinkIsDown) {
    command({{"do", "link"}, {"state", "down"}});
    WireClient client(port());
    EXPECT_EQ(client.open(tlink()).type, ACS_OPEN_STREAM_CONF);
}

class StrictLinkTest : public ServiceTest {
  protected:
    static SimulatorPlan strict_plan() {
        auto plan = service_plan();
        plan.switch_plan.profile.open_while_link_down = false;
        return plan;
    }
    StrictLinkTest() : ServiceTest(strict_plan()) {}
};

TEST_F(StrictLinkTest, RefusesStreamsWhileTheLinkIsDown) {
    command({{"do", "link"}, {"state", "down"}});
    WireClient client(port());
    EXPECT_EQ(failure_of(client.open(tlink())), DRIVER_LINK_UNAVAILABLE);
}

TEST_F(ServiceTest, WantsLoginAndPassword) {
    WireClient client(port());
    client.send(ACSREQUEST, ACS_KEY_REQUEST, 3, ACSKeyRequest_t{});
    const auto pdu = wire::decode_pdu(client.receive().value());
    ASSERT_NE(pdu.as<ACSAuthReplyTwo_t>(), nullptr);
    EXPECT_EQ(pdu.as<ACSAuthReplyTwo_t>()->authInfo.authType, NEED_LOGIN_ID_AND_PASSWD);
}

TEST_F(ServiceTest, SendsHeartbeatsAtTheIntervalAskedFor) {
    on_switch([this] {
        service_.shorten_heartbeat_second(std::chrono::milliseconds(1));
        return 0;
    });
    auto client = open_client();
    ACSSetHeartbeatInterval_t asked{};
    asked.heartbeatInterval = 5;
    client->send(ACSREQUEST, ACS_SET_HEARTBEAT_INTERVAL, 9, asked);
    int beats = 0;
    bool confirmed = false;
    while (beats < 5 || !confirmed) {
        const auto frame = client->receive();
        ASSERT_TRUE(frame);
        if (frame->type == ACS_SET_HEARTBEAT_INTERVAL_CONF) confirmed = true;
        if (frame->event_class == ACSUNSOLICITED && frame->type == ACS_CLIENT_HEARTBEAT) ++beats;
    }
}

TEST_F(ServiceTest, RefusesHeartbeatIntervalsOutOfRange) {
    auto client = open_client();
    for (const short seconds : {short{4}, short{61}}) {
        ACSSetHeartbeatInterval_t asked{};
        asked.heartbeatInterval = seconds;
        client->send(ACSREQUEST, ACS_SET_HEARTBEAT_INTERVAL, 9, asked);
        EXPECT_EQ(failure_of(client->receive().value()), TSERVER_INVALID_HEARTBEAT_INTERVAL);
    }
}

TEST_F(ServiceTest, ConfirmsCloseAndHangsUp) {
    auto client = open_client();
    client->monitor("4001");
    client->send(ACSREQUEST, ACS_CLOSE_STREAM, 8, ACSCloseStream_t{});
    const auto answer = client->receive();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->type, ACS_CLOSE_STREAM_CONF);
    EXPECT_EQ(answer->reference, 8U);
    EXPECT_EQ(client->receive(), std::nullopt);
    EXPECT_TRUE(command({{"do", "truth"}})["monitors"].empty());
}

TEST_F(ServiceTest, ForgetsTheMonitorsOfALostConnection) {
    auto client = open_client();
    client->monitor("4001");
    client.reset();
    while (!command({{"do", "truth"}})["monitors"].empty()) std::this_thread::yield();
    EXPECT_TRUE(command({{"do", "truth"}})["streams"].empty());
}

TEST_F(ServiceTest, HangsUpOnRequestsBeforeTheStreamIsOpen) {
    WireClient client(port());
    client.send(CSTAREQUEST, CSTA_REQ_SYS_STAT, 1, CSTAReqSysStat_t{});
    EXPECT_EQ(client.receive(), std::nullopt);
}

TEST_F(ServiceTest, HangsUpOnBytesThatAreNoFrames) {
    WireClient client(port());
    const std::vector<std::uint8_t> nonsense(64, 0xFF);
    client.send_bytes(nonsense);
    EXPECT_EQ(client.receive(), std::nullopt);
}

TEST_F(ServiceTest, ATlinkGoesAwayAndComesBackOnItsPort) {
    auto client = open_client();
    command({{"do", "tlink"}, {"name", tlink()}, {"state", "down"}});
    EXPECT_EQ(client->receive(), std::nullopt);
    EXPECT_THROW(WireClient{port()}, std::runtime_error);
    WireClient other(port(1));
    EXPECT_EQ(other.open(tlink(1)).type, ACS_OPEN_STREAM_CONF);
    command({{"do", "tlink"}, {"name", tlink()}, {"state", "up"}});
    WireClient again(port());
    EXPECT_EQ(again.open(tlink()).type, ACS_OPEN_STREAM_CONF);
}

TEST_F(ServiceTest, DropsEveryConnection) {
    auto first = open_client();
    auto second = open_client();
    EXPECT_EQ(command({{"do", "drop"}})["dropped"], 2);
    EXPECT_EQ(first->receive(), std::nullopt);
    EXPECT_EQ(second->receive(), std::nullopt);
}

TEST(ByteConnection, CutsAPeerThatDoesNotRead) {
    using boost::asio::ip::tcp;
    boost::asio::io_context context;
    tcp::acceptor acceptor(context, {boost::asio::ip::address_v4::loopback(), 0});
    tcp::socket peer(context);
    peer.connect(acceptor.local_endpoint());
    const auto connection = std::make_shared<ByteConnection>(acceptor.accept(), 1024 * 1024);
    std::string closed;
    connection->start([](auto) {}, [&closed](const std::string& why) { closed = why; });
    const std::vector<std::uint8_t> block(64 * 1024);
    for (int i = 0; i < 1000 && closed.empty(); ++i) {
        connection->send(block);
        context.poll();
    }
    EXPECT_THAT(closed, testing::HasSubstr("does not read"));
}

}  // namespace
}  // namespace ctiengine::simulator::test
