#include "gateway/xml/response_writer.hpp"

#include "tests/fakes/schema_validator/schema_validator.hpp"
#include "tests/unit/gateway/xml/call_events_under_test.hpp"

#include <gtest/gtest.h>

namespace ctiengine::gateway {
namespace {

using ctiengine::test::validate;
using test::provided;

const std::string kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
const std::string kCsta = " xmlns=\"http://www.ecma-international.org/standards/ecma-323/csta/ed3\"";

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

Dialect dialect_of(Edition edition) {
    Dialect dialect;
    dialect.edition = edition;
    EXPECT_TRUE(dialect.forms.learn("4001:CM1::0"));
    return dialect;
}

const csta::Connection kOwn{217, "4001", false};
const csta::MergedCall kMerged{
    {218, "0", false}, {{{218, "4002", false}, provided("4002")}, {{218, "T218#1", true}, {}}}, test::kUcid};

TEST(ResponseWriter, EveryAnswerHoldsAgainstTheSchemaInEveryEdition) {
    for (auto edition : {Edition::Ed3, Edition::Ed4, Edition::Ed5, Edition::Ed6}) {
        const auto d = dialect_of(edition);
        const csta::DeviceSnapshot device{
            {{kOwn, {csta::ConnectionState::Connected, csta::ConnectionState::None}}, {kOwn, {}}}};
        const csta::CallSnapshot call{
            {{provided("4001"), kOwn, csta::ConnectionState::Connected}, {{}, {218, "", false}, {}}}};
        for (const auto& text : {
                 write_make_call_response({kOwn, test::kUcid}, d),
                 write_make_call_response({kOwn, ""}, d),
                 write_consultation_call_response({kOwn, test::kUcid}, d),
                 write_consultation_call_response({kOwn, ""}, d),
                 write_transfer_call_response(kMerged, d),
                 write_transfer_call_response({kOwn, {}, ""}, d),
                 write_conference_call_response(kMerged, d),
                 write_conference_call_response({kOwn, {}, ""}, d),
                 write_single_step_transfer_call_response(kMerged, d),
                 write_single_step_transfer_call_response({kOwn, {}, ""}, d),
                 write_single_step_conference_call_response(kMerged, d),
                 write_single_step_conference_call_response({kOwn, {}, ""}, d),
                 write_single_step_conference_call_response({kOwn, {}, test::kUcid}, d),
                 write_directed_pickup_call_response({kOwn, test::kUcid}, d),
                 write_make_predictive_call_response({kOwn, test::kUcid}, d),
                 write_make_predictive_call_response({kOwn, ""}, d),
                 write_avaya_done("SelectiveListeningHold"),
                 write_avaya_done("SelectiveListeningRetrieve"),
                 write_monitor_start_response({"17", {}, true}, d),
                 write_snapshot_device_response(device, d),
                 write_snapshot_device_response({}, d),
                 write_snapshot_call_response(call, d),
                 write_snapshot_call_response({}, d),
                 write_snapshot_call_response({{}, test::full_private_data().device_history}, d),
                 write_system_register_response({"3", {}}, d),
                 write_get_third_party_device_id_response("4001:CM1::0"),
                 write_get_device_id_response("4001:CM1::0"),
                 write_avaya_done("ReleaseDeviceId"),
                 write_get_call_linkage_data_response({test::kUcid}, d),
                 write_get_call_linkage_data_response({""}, d),
             }) {
            EXPECT_EQ(validate(text), std::nullopt) << text;
        }
    }
}

TEST(ResponseWriter, AnswersWithoutContentHaveTheNameOfTheRequest) {
    for (const auto* request :
         {"AnswerCall", "ClearConnection", "ClearCall", "HoldCall", "RetrieveCall", "AlternateCall",
          "ReconnectCall", "DeflectCall", "GenerateDigits", "MonitorStop", "SystemRegisterCancel"}) {
        const auto text = write_done(request, {});
        EXPECT_EQ(text, kHead + "<" + request + "Response" + kCsta + "/>");
        EXPECT_EQ(validate(text), std::nullopt) << text;
    }
}

TEST(ResponseWriter, MakeCallGivesTheNewConnectionUnderItsOddName) {
    EXPECT_EQ(
        write_make_call_response({kOwn, ""}, dialect_of(Edition::Ed3)),
        kHead + "<MakeCallResponse" + kCsta +
            "><callingDevice><callID>217</callID>"
            "<deviceID typeOfNumber=\"other\" mediaClass=\"notKnown\">4001:CM1::0</deviceID></callingDevice>"
            "</MakeCallResponse>"
    );
    EXPECT_TRUE(contains(
        write_make_call_response({kOwn, test::kUcid}, {}),
        "<MakeCallResponsePrivateData xmlns=\"http://www.avaya.com/csta\"><callLinkageData><globalCallData" +
            kCsta + "><globalCallLinkageID><globallyUniqueCallLinkageID>" + test::kUcid
    ));
}

TEST(ResponseWriter, ATransferredCallHasNoDevice) {
    EXPECT_TRUE(contains(
        write_transfer_call_response(kMerged, {}),
        "<transferredCall><callID>218</callID></transferredCall><connections><connectionListItem>"
    ));
    EXPECT_TRUE(contains(write_conference_call_response(kMerged, {}), "<conferenceCall><callID>218</callID>")
    );
}

TEST(ResponseWriter, ASingleStepConferenceListsItsConnectionsInPrivateData) {
    EXPECT_TRUE(contains(
        write_single_step_conference_call_response(kMerged, {}),
        std::string("<globallyUniqueCallLinkageID>") + test::kUcid +
            "</globallyUniqueCallLinkageID><resultingConnections><connection><callID" + kCsta +
            ">218</callID>"
    ));
}

TEST(ResponseWriter, SnapshotsListTheOwnStateFirst) {
    const csta::DeviceSnapshot snapshot{
        {{kOwn, {csta::ConnectionState::Connected, csta::ConnectionState::Alerting}}}};
    EXPECT_TRUE(contains(
        write_snapshot_device_response(snapshot, {}),
        "<localCallState><compoundCallState><localConnectionState>connected</localConnectionState>"
        "<localConnectionState>alerting</localConnectionState></compoundCallState></localCallState>"
    ));
    EXPECT_TRUE(contains(write_snapshot_device_response({}, {}), "<snapshotData/>"));
    const csta::CallSnapshot call{{{provided("4001"), kOwn, csta::ConnectionState::Hold}}};
    EXPECT_TRUE(contains(
        write_snapshot_call_response(call, {}),
        "<deviceOnCall><deviceIdentifier>4001</deviceIdentifier></deviceOnCall><callIdentifier><callID>217"
    ));
}

TEST(ResponseWriter, SetAgentStateTellsWhetherItWaits) {
    for (int mode = 0; mode < 6; ++mode) {
        for (bool pending : {false, true}) {
            const auto asked = static_cast<csta::AgentMode>(mode);
            const auto text = write_set_agent_state_response({pending}, asked, {});
            EXPECT_EQ(validate(text), std::nullopt) << text;
            EXPECT_TRUE(contains(text, pending ? "<isPending>true<" : "<isPending>false<"));
        }
    }
    EXPECT_TRUE(contains(
        write_set_agent_state_response({true}, csta::AgentMode::NotReady, {}),
        "<pendingAgentState>agentNotReady</pendingAgentState>"
    ));
}

TEST(ResponseWriter, EveryAgentStateHoldsAgainstTheSchema) {
    for (int state = 0; state < 5; ++state) {
        for (int mode = -1; mode < 6; ++mode) {
            for (int talk = 0; talk < 2; ++talk) {
                csta::AgentStateAnswer answer;
                answer.state = static_cast<csta::AgentState>(state);
                answer.work_mode = static_cast<csta::WorkMode>(mode);
                answer.pending_work_mode = answer.work_mode;
                answer.talk_state = static_cast<csta::TalkState>(talk);
                answer.reason_code = talk;
                answer.agent_id = talk == 0 ? "" : "2001";
                const auto text = write_get_agent_state_response(answer, {});
                EXPECT_EQ(validate(text), std::nullopt) << text;
            }
        }
    }
}

TEST(ResponseWriter, AnAgentInAuxiliaryWorkHasAReason) {
    csta::AgentStateAnswer answer;
    answer.state = csta::AgentState::NotReady;
    answer.work_mode = csta::WorkMode::AuxWork;
    answer.reason_code = 3;
    answer.agent_id = "2001";
    const auto text = write_get_agent_state_response(answer, {});
    EXPECT_TRUE(contains(
        text,
        "<agentStateEntry><agentID>2001</agentID><loggedOnState>true</loggedOnState><agentInfo>"
        "<agentInfoItem><agentState>agentNotReady</agentState></agentInfoItem></agentInfo>"
    )) << text;
    EXPECT_TRUE(
        contains(text, "<workMode>auxWork</workMode><talkState>idle</talkState><reasonCode>3</reasonCode>")
    ) << text;
}

TEST(ResponseWriter, NobodyLoggedInIsSaidPlainly) {
    csta::AgentStateAnswer nobody;
    nobody.agent_id = "2001";
    const auto text = write_get_agent_state_response(nobody, {});
    EXPECT_TRUE(contains(text, "<agentStateEntry><loggedOnState>false<")) << text;
    EXPECT_TRUE(contains(text, "<agentState>agentNull</agentState>")) << text;
    EXPECT_FALSE(contains(text, "extensions")) << text;
}

TEST(ResponseWriter, EverySystemStatusHoldsAgainstTheSchema) {
    for (int status = -1; status < 10; ++status) {
        const auto text = write_request_system_status_response(static_cast<csta::SystemStatus>(status), {});
        EXPECT_EQ(validate(text), std::nullopt) << text;
    }
}

TEST(ResponseWriter, SystemRegisterAnswersWithItsFilter) {
    SystemRegistered answer{"3", {}};
    answer.filter.set(csta::SystemStatus::MessagesLost, false);
    EXPECT_TRUE(contains(
        write_system_register_response(answer, {}),
        "<sysStatRegisterID>3</sysStatRegisterID><actualStatusFilter><messageLost>true</messageLost>"
        "</actualStatusFilter>"
    ));
}

}  // namespace
}  // namespace ctiengine::gateway
