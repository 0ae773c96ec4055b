// No user controls or watches another's telephone: every request that the gateway reads, and every trick with
// calls, against the real processes. Ben has 4001, which is the telephone of all sample requests; Ann has
// 4005 and tries.
#include "common/password_hash/password_hash.hpp"
#include "tests/integration/harness/engine_under_test.hpp"
#include "tests/integration/harness/softphone.hpp"
#include "tests/unit/gateway/xml/requests_under_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <set>

namespace ctiengine::tests {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

constexpr char kDenied[] = "privilegeViolationSpecifiedDevice";

/// What anybody may ask who is logged in: the telephone book, the time, the state of the system, and what
/// ends only one's own.
const std::set<std::string> kFree = {"GetAgentLogin",  // answers behind a monitor only, and that is refused
                                     "GetAcdSplit",           "GetLogicalDeviceInformation",
                                     "GetPhysicalDeviceName", "GetSwitchingFunctionCaps",
                                     "GetTimeOfDay",          "RequestSystemStatus"};

json user(const char* role, std::vector<std::string> extensions, std::vector<std::string> agents) {
    return {
        {"passwordHash", password_hash::make("pw").value()},
        {"role", role},
        {"extensions", std::move(extensions)},
        {"agentIds", std::move(agents)}};
}

class Rights : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        engine_ = std::make_unique<EngineUnderTest>(
            "rights", std::map<std::string, std::string>{{"AUTHENTICATION", "users"}}
        );
        const json users{
            {"users",
             {{"ben", user("agent", {"4001"}, {"2001"})},
              {"ann", user("agent", {"4005"}, {"2005"})},
              {"sue", user("supervisor", {"4006"}, {})},
              {"root", user("admin", {}, {})}}}};
        const auto file = engine_->folder() / "users.json";
        std::ofstream(file) << users.dump();
        std::filesystem::permissions(
            file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write
        );
        engine_->start_all();
        ben_ = phone_of("ben");
        watch(*ben_, "4001");
    }
    static void TearDownTestSuite() {
        ben_.reset();
        engine_->stop_all();
        engine_.reset();
    }

    static std::unique_ptr<Softphone> phone_of(const std::string& name) {
        auto phone = std::make_unique<Softphone>(engine_->port());
        phone->start_session(name, {}, "pw");
        return phone;
    }
    static void watch(Softphone& phone, const std::string& device) {
        const auto started = phone.request(
            csta("MonitorStart", "<monitorObject><deviceObject>" + device + "</deviceObject></monitorObject>")
        );
        ASSERT_EQ(started.root(), "MonitorStartResponse") << started.text;
    }
    static std::string make_call(Softphone& phone, const std::string& from, const std::string& to) {
        const auto made = phone.request(csta(
            "MakeCall", "<callingDevice>" + from + "</callingDevice><calledDirectoryNumber>" + to +
                            "</calledDirectoryNumber>"
        ));
        EXPECT_EQ(made.root(), "MakeCallResponse") << made.text;
        return made.at("callingDevice/callID");
    }
    /// A call of Ben's with 4003, talking.
    static std::string call_of_ben() {
        const auto call = make_call(*ben_, "4001", "4003");
        engine_->ctisim({"answer", "--device", "4003"});
        ben_->event("EstablishedEvent");
        return call;
    }
    static void hang_up(Softphone& phone, const std::string& call, const std::string& device) {
        phone.request(csta("ClearConnection", connection_xml("connectionToBeCleared", call, device)));
    }
    static std::string calls() { return engine_->truth().at("calls").dump(); }

    static void expect_denied(const std::string& what, const std::string& xml) {
        auto ann = phone_of("ann");
        const auto answer = ann->request(xml);
        EXPECT_EQ(answer.root(), "CSTAErrorCode") << what << ": " << answer.text;
        EXPECT_THAT(answer.text, HasSubstr(kDenied)) << what;
    }

    static inline std::unique_ptr<EngineUnderTest> engine_;
    static inline std::unique_ptr<Softphone> ben_;
};

/// The sample with Ben's call in place of every call ID.
std::string aimed_at(const std::string& call, const std::string& xml) {
    static const std::regex ids("<((?:\\w+:)?callID[^>]*)>[^<]*<");
    return std::regex_replace(xml, ids, "<$1>" + call + "<");
}

/// Does the request go to the switch, or register for something there?
bool touches_the_switch(const gateway::test::RequestUnderTest& row) {
    return std::holds_alternative<csta::Request>(row.expected) ||
           std::holds_alternative<gateway::MonitorStart>(row.expected) ||
           std::holds_alternative<gateway::RouteRegister>(row.expected) ||
           std::holds_alternative<gateway::DeviceListRequest>(row.expected);
}

TEST_F(Rights, KeepAnnFromBensTelephoneInEveryService) {
    const auto call = call_of_ben();
    const auto before = calls();
    std::size_t tried = 0;
    for (const auto& row : gateway::test::requests_under_test()) {
        if (!touches_the_switch(row) || kFree.contains(row.name)) continue;
        expect_denied(row.name, aimed_at(call, row.xml));
        ++tried;
    }
    EXPECT_GE(tried, 30U) << "the samples are not what they were";
    EXPECT_EQ(calls(), before) << "something was done";
    hang_up(*ben_, call, "4001");
}

TEST_F(Rights, TakeNoOtherSpellingForAnOwnNumber) {
    for (const char* name :
         {"4001", "4001:CM1::0", "4001:CM1:192.0.2.1:0", "tel:4001", "N&lt;4001&gt;", " 4001 ", "04001",
          "+4001"}) {
        auto ann = phone_of("ann");
        const auto answer =
            ann->request(csta("SnapshotDevice", std::string("<snapshotObject>") + name + "</snapshotObject>")
            );
        EXPECT_EQ(answer.root(), "CSTAErrorCode") << name << ": " << answer.text;
    }
}

TEST_F(Rights, WithstandTricksWithCalls) {
    const auto call = call_of_ben();
    auto ann = phone_of("ann");
    const auto own = make_call(*ann, "4005", "4007");
    const auto own_leg = [&](const char* name) { return connection_xml(name, own, "4005"); };
    const auto bens = [&](const char* name) { return connection_xml(name, call, "4001"); };
    const auto borrowed = [&](const char* name) { return connection_xml(name, call, "4005"); };
    const auto before = calls();
    expect_denied(
        "joins her calls with Ben's", csta("ConferenceCall", own_leg("heldCall") + bens("activeCall"))
    );
    expect_denied(
        "transfers Ben's call to hers", csta("TransferCall", bens("heldCall") + own_leg("activeCall"))
    );
    expect_denied(
        "alternates into Ben's call", csta("AlternateCall", bens("heldCall") + own_leg("activeCall"))
    );
    expect_denied(
        "consults from Ben's leg",
        csta("ConsultationCall", bens("existingCall") + "<consultedDevice>4005</consultedDevice>")
    );
    expect_denied(
        "joins Ben's call by its ID",
        csta(
            "SingleStepConferenceCall",
            borrowed("activeCall") +
                "<deviceToJoin>4005</deviceToJoin><participationType>silent</participationType>"
        )
    );
    expect_denied(
        "pulls Ben's telephone into her call",
        csta(
            "SingleStepConferenceCall",
            own_leg("activeCall") +
                "<deviceToJoin>4001</deviceToJoin><participationType>active</participationType>"
        )
    );
    expect_denied(
        "ends Ben's call by its ID",
        csta("ClearCall", "<callToBeCleared><callID>" + call + "</callID></callToBeCleared>")
    );
    expect_denied("ends it with her own number beside", csta("ClearCall", borrowed("callToBeCleared")));
    expect_denied("looks into Ben's call", csta("SnapshotCall", borrowed("snapshotObject")));
    expect_denied(
        "listens to Ben's call by its ID", csta(
                                               "MonitorStart", "<monitorObject><callObject><callID>" + call +
                                                                   "</callID></callObject></monitorObject>"
                                           )
    );
    expect_denied(
        "listens to calls via Ben's telephone",
        csta(
            "MonitorStart",
            "<monitorObject><deviceObject>4001</deviceObject></monitorObject><monitorType>call</monitorType>"
        )
    );
    EXPECT_EQ(calls(), before);
    hang_up(*ann, own, "4005");
    hang_up(*ben_, call, "4001");
}

/// Her own telephone with the ID of Ben's call: her rights allow the device, the switch knows better.
TEST_F(Rights, DoNotReachIntoACallByItsIdWithAnOwnDevice) {
    const auto call = call_of_ben();
    const auto before = calls();
    auto ann = phone_of("ann");
    const auto one = [&](const char* service, const char* element, const std::string& more = {}) {
        return csta(service, connection_xml(element, call, "4005") + more);
    };
    const auto two = [&](const char* service) {
        return csta(
            service, connection_xml("heldCall", call, "4005") + connection_xml("activeCall", call, "4005")
        );
    };
    for (const auto& xml :
         {one("AnswerCall", "callToBeAnswered"), one("ClearConnection", "connectionToBeCleared"),
          one("HoldCall", "callToBeHeld"), one("RetrieveCall", "callToBeRetrieved"),
          one("ConsultationCall", "existingCall", "<consultedDevice>4007</consultedDevice>"),
          one("DeflectCall", "callToBeDiverted", "<newDestination>4005</newDestination>"),
          one("DirectedPickupCall", "callToBePickedUp", "<requestingDevice>4005</requestingDevice>"),
          one("SingleStepTransferCall", "activeCall", "<transferredTo>4005</transferredTo>"),
          one("GenerateDigits", "connectionToSendDigits", "<charactersToSend>1</charactersToSend>"),
          two("AlternateCall"), two("ReconnectCall"), two("ConferenceCall"), two("TransferCall")}) {
        const auto answer = ann->request(xml);
        EXPECT_EQ(answer.root(), "CSTAErrorCode") << xml << ": " << answer.text;
        EXPECT_EQ(calls(), before) << xml;
    }
    hang_up(*ben_, call, "4001");
}

/// Session IDs and cross references are guessed or overheard, not secrets.
TEST_F(Rights, DoNotComeWithTheIdsOfAnothersSession) {
    const auto avaya = [](const std::string& service, const std::string& content) {
        return "<" + service + " xmlns=\"http://www.avaya.com/csta\">" + content + "</" + service + ">";
    };
    auto ann = phone_of("ann");
    const auto monitors = engine_->truth().at("monitors").dump();
    const auto of_ben = "<sessionID>" + ben_->session() + "</sessionID>";
    for (const auto& xml :
         {avaya("GetMonitorList", of_ben), avaya("GetDeviceIdList", of_ben),
          avaya(
              "TransferMonitorObjects", "<fromSessionID>" + ben_->session() +
                                            "</fromSessionID><toSessionID>" + ann->session() +
                                            "</toSessionID>"
          ),
          csta("MonitorStop", "<monitorCrossRefID>1</monitorCrossRefID>"),
          csta("ChangeMonitorFilter", "<monitorCrossRefID>1</monitorCrossRefID><requestedFilterList/>")}) {
        const auto answer = ann->request(xml);
        EXPECT_EQ(answer.root(), "CSTAErrorCode") << xml << ": " << answer.text;
    }
    EXPECT_EQ(engine_->truth().at("monitors").dump(), monitors) << "Ben's monitors are as they were";
}

TEST_F(Rights, KeepAnnFromPickingUpBensCall) {
    auto root = phone_of("root");
    const auto call = make_call(*root, "4008", "4001");
    ben_->event("DeliveredEvent");
    expect_denied(
        "picks up Ben's call", csta(
                                   "DirectedPickupCall", connection_xml("callToBePickedUp", call, "4001") +
                                                             "<requestingDevice>4005</requestingDevice>"
                               )
    );
    expect_denied("answers for Ben", csta("AnswerCall", connection_xml("callToBeAnswered", call, "4001")));
    expect_denied(
        "deflects Ben's call", csta(
                                   "DeflectCall", connection_xml("callToBeDiverted", call, "4001") +
                                                      "<newDestination>4005</newDestination>"
                               )
    );
    hang_up(*root, call, "4008");
}

TEST_F(Rights, EndAnnsEarAtACallThatSheHasLeft) {
    auto ann = phone_of("ann");
    const auto call = make_call(*ann, "4005", "4003");
    engine_->ctisim({"answer", "--device", "4003"});
    const auto monitor = ann->request(csta(
        "MonitorStart", "<monitorObject><callObject>" + std::string("<callID>") + call +
                            "</callID><deviceID>4005</deviceID></callObject></monitorObject>"
    ));
    ASSERT_EQ(monitor.root(), "MonitorStartResponse") << monitor.text;
    const auto held = ann->request(csta("HoldCall", connection_xml("callToBeHeld", call, "4005")));
    ASSERT_EQ(held.root(), "HoldCallResponse") << held.text;
    const auto second = make_call(*ann, "4005", "4009");
    engine_->ctisim({"answer", "--device", "4009"});
    const auto moved = ann->request(csta(
        "TransferCall",
        connection_xml("heldCall", call, "4005") + connection_xml("activeCall", second, "4005")
    ));
    ASSERT_EQ(moved.root(), "TransferCallResponse") << moved.text;
    EXPECT_NO_THROW(ann->event("MonitorStop")) << "she is out, and her monitor with her";
    auto root = phone_of("root");
    hang_up(*root, moved.at("transferredCall/callID"), "4003");
}

TEST_F(Rights, LetASupervisorWatchButNotTouch) {
    const auto call = call_of_ben();
    auto sue = phone_of("sue");
    watch(*sue, "4001");
    const auto look = sue->request(csta("SnapshotCall", connection_xml("snapshotObject", call, "4001")));
    EXPECT_EQ(look.root(), "SnapshotCallResponse") << look.text;
    const auto touch = sue->request(csta("ClearCall", connection_xml("callToBeCleared", call, "4001")));
    EXPECT_THAT(touch.text, HasSubstr(kDenied));
    hang_up(*ben_, call, "4001");
}

TEST_F(Rights, AreAuditedWhenTheyAreMissing) {
    expect_denied(
        "looks at Ben's telephone", csta("SnapshotDevice", "<snapshotObject>4001</snapshotObject>")
    );
    const auto answer =
        phone_of("ann")->request(csta("SnapshotDevice", "<snapshotObject>4001</snapshotObject>"));
    EXPECT_THAT(answer.text, HasSubstr("SnapshotDevice: this user may not watch 4001"));
    EXPECT_TRUE(engine_->gateway().wait_for_line("refused (device)", std::chrono::seconds(10)));
    std::string audit;
    for (const auto& file : std::filesystem::directory_iterator(engine_->folder() / "audit")) {
        std::ifstream in(file.path());
        audit += std::string(std::istreambuf_iterator<char>(in), {});
    }
    EXPECT_THAT(audit, HasSubstr("\"user\":\"ann\""));
    EXPECT_THAT(audit, HasSubstr("this user may not watch 4001"));
}

TEST_F(Rights, AreNotAskedForAgainAndAgain) {
    auto ann = phone_of("ann");
    for (int times = 0; times < 11; ++times) {
        ann->send(csta("SnapshotDevice", "<snapshotObject>4001</snapshotObject>"));
    }
    EXPECT_EQ(ann->socket().wait_closed(), 1008);
}

/// The last one: it leaves forwarding and the like behind.
TEST_F(Rights, LetAnAdministratorDoAllOfIt) {
    const auto call = call_of_ben();
    for (const auto& row : gateway::test::requests_under_test()) {
        if (!touches_the_switch(row)) continue;
        auto root = phone_of("root");
        const auto answer = root->request(aimed_at(call, row.xml));
        EXPECT_THAT(answer.text, ::testing::Not(HasSubstr(kDenied))) << row.name;
    }
    hang_up(*ben_, call, "4001");
}

}  // namespace
}  // namespace ctiengine::tests
