#include "tests/unit/simulator/tsapi_standin/stream_fixture.hpp"

#include <gmock/gmock.h>

#include <thread>

namespace ctiengine::tsapi_standin::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Heard {
    std::vector<std::string> names;
    std::size_t enough = 1000;
};

Boolean hear(char* name, unsigned long parameter) {
    auto& heard = *reinterpret_cast<Heard*>(parameter);
    heard.names.emplace_back(name);
    return heard.names.size() < heard.enough ? TRUE : FALSE;
}

RetCode_t enumerate(Heard& heard) {
    return acsEnumServerNames(ST_CSTA, &hear, reinterpret_cast<unsigned long>(&heard));
}

TEST(Servers, AreNamedInTheOrderOfTslibrc) {
    FakeSwitch first({{"A#1#CSTA#ONE"}, {"A#2#CSTA#ONE"}, {"A#3#CSTA#ONE"}});
    first.names_per_reply(2);
    FakeSwitch second({{"A#1#CSTA#TWO"}});
    const TslibrcFile tslibrc(first.tslibrc_line() + second.tslibrc_line());
    Heard heard;
    EXPECT_EQ(enumerate(heard), ACSPOSITIVE_ACK);
    EXPECT_THAT(heard.names, ElementsAre("A#1#CSTA#ONE", "A#2#CSTA#ONE", "A#3#CSTA#ONE", "A#1#CSTA#TWO"));
}

TEST(Servers, AreNamedUntilTheProgramHasEnough) {
    FakeSwitch server({{"A#1#CSTA#ONE"}, {"A#2#CSTA#ONE"}});
    const TslibrcFile tslibrc(server.tslibrc_line());
    Heard heard;
    heard.enough = 1;
    EXPECT_EQ(enumerate(heard), ACSPOSITIVE_ACK);
    EXPECT_THAT(heard.names, ElementsAre("A#1#CSTA#ONE"));
}

TEST(Servers, ThatAreSilentAreSkipped) {
    FakeSwitch server({{"A#1#CSTA#ONE"}});
    const TslibrcFile tslibrc("127.0.0.1 " + std::to_string(unused_port()) + "\n" + server.tslibrc_line());
    Heard heard;
    EXPECT_EQ(enumerate(heard), ACSPOSITIVE_ACK);
    EXPECT_THAT(heard.names, ElementsAre("A#1#CSTA#ONE"));
}

TEST(Servers, ThatAreAllSilentAreReported) {
    const TslibrcFile tslibrc("127.0.0.1 " + std::to_string(unused_port()) + "\n");
    Heard heard;
    EXPECT_EQ(enumerate(heard), ACSERR_NOSERVER);
    EXPECT_THAT(heard.names, IsEmpty());
}

TEST(Servers, ThatTalkNonsenseAreReported) {
    FakeSwitch server;
    server.talk_nonsense();
    const TslibrcFile tslibrc(server.tslibrc_line());
    Heard heard;
    EXPECT_EQ(enumerate(heard), ACSERR_UNKNOWN);
}

TEST(Servers, AreNotAskedWithoutParameters) {
    ACSAuthInfo_t info{};
    ServerID_t name{};
    EXPECT_EQ(acsEnumServerNames(ST_CSTA, nullptr, 0), ACSERR_BADPARAMETER);
    EXPECT_EQ(acsEnumServerNames(StreamType_t(9), &hear, 0), ACSERR_BADPARAMETER);
    EXPECT_EQ(acsQueryAuthInfo(nullptr, &info), ACSERR_BADPARAMETER);
    EXPECT_EQ(acsQueryAuthInfo(&name, nullptr), ACSERR_BADPARAMETER);
}

TEST(Servers, TellWhichLoginTheyWant) {
    FakeSwitch server;
    const TslibrcFile tslibrc(server.tslibrc_line());
    std::thread answering([&server] {
        const auto peer = server.accept();
        EXPECT_EQ(peer->receive().type, ACS_KEY_REQUEST);
        ACSAuthReplyTwo_t reply{};
        reply.authInfo.authType = NEED_LOGIN_ID_AND_PASSWD;
        set(reply.authInfo.authLoginID, "somebody");
        reply.encodeType = CAN_USE_BINDERY_ENCRYPTION;
        peer->send_pdu(ACSCONFIRMATION, ACS_AUTH_REPLY_TWO, 0, reply);
    });
    ServerID_t name{};
    set(name, FakeSwitch::kTlink);
    ACSAuthInfo_t info{};
    EXPECT_EQ(acsQueryAuthInfo(&name, &info), ACSPOSITIVE_ACK);
    answering.join();
    EXPECT_EQ(info.authType, NEED_LOGIN_ID_AND_PASSWD);
    EXPECT_STREQ(info.authLoginID, "somebody");
    set(name, "A#0#CSTA#NOWHERE");
    EXPECT_EQ(acsQueryAuthInfo(&name, &info), ACSERR_NOSERVER);
}

}  // namespace
}  // namespace ctiengine::tsapi_standin::test
