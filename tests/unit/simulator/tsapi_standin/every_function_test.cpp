// Each of the 114 functions of the ABI record is called at least once with good and once with bad arguments.
#include "tests/unit/simulator/tsapi_standin/att_cases.hpp"
#include "tests/unit/simulator/tsapi_standin/bad_calls.hpp"

#include <fstream>
#include <set>
#include <sstream>
#include <thread>

namespace ctiengine::tsapi_standin::test {
namespace {

using Names = std::set<std::string>;

/// The functions of the record: rows "func", name, ….
Names recorded_functions() {
    std::ifstream record(TSAPI_ABI_RECORD);
    Names names;
    for (std::string line; std::getline(record, line);) {
        std::istringstream row(line);
        std::string kind;
        std::string name;
        std::getline(row, kind, '\t');
        std::getline(row, name, '\t');
        if (kind == "func") names.insert(name);
    }
    return names;
}

/// "cstaSetForwarding_off" is another way to call cstaSetForwarding.
std::string function_of(const std::string& row) {
    return row.substr(0, row.find('_'));
}

class EveryFunction : public StreamTest {
  protected:
    void call(const char* name, const std::function<bool()>& holds) {
        called_.insert(name);
        EXPECT_TRUE(holds()) << name;
    }

    void requests_go_well();
    void encodings_go_well();
    void streams_go_well();
    void events_go_well();
    void servers_go_well();
    void texts_go_well();
    void private_data_goes_well();

    Names called_;
};

void EveryFunction::requests_go_well() {
    Arguments with;
    for (const auto& row : all_requests()) {
        called_.insert(function_of(row.name));
        EXPECT_EQ(row.call(handle_, with), ACSPOSITIVE_ACK) << row.name;
        EXPECT_EQ(peer_->receive().type, row.type) << row.name;
    }
}

void EveryFunction::encodings_go_well() {
    AttArguments with;
    for (const auto& row : all_encodings()) {
        called_.insert(function_of(row.name));
        Private data{};
        EXPECT_EQ(row.encode(&data, with), ACSPOSITIVE_ACK) << row.name;
    }
}

/// Opens and ends two more streams.
void EveryFunction::streams_go_well() {
    ServerID_t server{};
    call("acsGetServerID", [&] { return acsGetServerID(handle_, &server) == ACSPOSITIVE_ACK; });
    EXPECT_STREQ(server, FakeSwitch::kTlink);
    call("acsSetHeartbeatInterval", [&] {
        return acsSetHeartbeatInterval(handle_, 1, 30, nullptr) == ACSPOSITIVE_ACK;
    });
    EXPECT_EQ(peer_->receive().type, ACS_SET_HEARTBEAT_INTERVAL);
    OpenParameters parameters;
    ACSHandle_t closed = 0;
    ACSHandle_t aborted = 0;
    call("acsOpenStream", [&] { return parameters.open(closed) == ACSPOSITIVE_ACK && closed != handle_; });
    const auto first_peer = switch_.accept();
    EXPECT_EQ(parameters.open(aborted), ACSPOSITIVE_ACK);
    const auto second_peer = switch_.accept();
    call("acsCloseStream", [&] { return acsCloseStream(closed, 2, nullptr) == ACSPOSITIVE_ACK; });
    call("acsAbortStream", [&] { return acsAbortStream(aborted, nullptr) == ACSPOSITIVE_ACK; });
    EXPECT_EQ(acsAbortStream(closed, nullptr), ACSPOSITIVE_ACK);
}

void EveryFunction::events_go_well() {
    const CSTASysStatEvent_t status{SS_NORMAL};
    for (int event = 0; event < 2; ++event) peer_->send_pdu(CSTAEVENTREPORT, CSTA_SYS_STAT, 0, status);
    const auto is_status = [](const ReadEvent& read) {
        return read.kind() == kind(CSTAEVENTREPORT, CSTA_SYS_STAT);
    };
    call("acsGetEventBlock", [&] { return is_status(block(handle_)); });
    call("acsGetFile", [&] { return acsGetFile(handle_) >= 0; });
    // Blocks until the second one is there, and leaves it to the poll.
    char nothing = 0;
    unsigned short size = 0;
    EXPECT_EQ(acsGetEventBlock(handle_, &nothing, &size, nullptr, nullptr), ACSERR_UBUFSMALL);
    call("acsGetEventPoll", [&] { return is_status(poll_event(handle_)); });
    call("acsFlushEventQueue", [&] { return acsFlushEventQueue(handle_) == ACSPOSITIVE_ACK; });
}

Boolean count_name(char*, unsigned long parameter) {
    ++*reinterpret_cast<int*>(parameter);
    return TRUE;
}

void EveryFunction::servers_go_well() {
    int names = 0;
    call("acsEnumServerNames", [&] {
        return acsEnumServerNames(ST_CSTA, &count_name, reinterpret_cast<unsigned long>(&names)) ==
               ACSPOSITIVE_ACK;
    });
    EXPECT_EQ(names, 1);
    std::thread answering([this] {
        const auto peer = switch_.accept();
        peer->receive();
        ACSAuthReplyTwo_t reply{};
        reply.authInfo.authType = NEED_LOGIN_ID_AND_PASSWD;
        peer->send_pdu(ACSCONFIRMATION, ACS_AUTH_REPLY_TWO, 0, reply);
    });
    ServerID_t server{};
    set(server, FakeSwitch::kTlink);
    ACSAuthInfo_t info{};
    call("acsQueryAuthInfo", [&] {
        return acsQueryAuthInfo(&server, &info) == ACSPOSITIVE_ACK &&
               info.authType == NEED_LOGIN_ID_AND_PASSWD;
    });
    answering.join();
}

void EveryFunction::texts_go_well() {
    const auto same = [](const char* text, std::string_view wanted) { return text == wanted; };
    call("acsReturnCodeString", [&] { return same(acsReturnCodeString(ACSERR_BADHDL), "ACSERR_BADHDL"); });
    call("acsReturnCodeVerboseString", [&] { return *acsReturnCodeVerboseString(ACSERR_BADHDL) != '\0'; });
    call("acsErrorString", [&] {
        return same(acsErrorString(TSERVER_STREAM_FAILED), "TSERVER_STREAM_FAILED");
    });
    call("cstaErrorString", [&] { return same(cstaErrorString(RESOURCE_BUSY), "RESOURCE_BUSY"); });
}

void EveryFunction::private_data_goes_well() {
    char wanted[] = "2-9";
    char offered[32] = {};
    call("attMakeVersionString", [&] { return attMakeVersionString(wanted, offered) > 0; });
    Private data{};
    ATTQueryTod_t query{};
    call("encodePrivate", [&] { return encodePrivate(ATT_QUERY_TOD, &query, &data) == ACSPOSITIVE_ACK; });
    const auto event = std::make_unique<ATTEvent_t>();
    call("attPrivateData", [&] { return attPrivateData(&data, event.get()) == ACSPOSITIVE_ACK; });
    auto* items = reinterpret_cast<PrivateData_t*>(&data);
    UserEnteredCode_t code{};
    call("initATTPrivate", [&] { return initATTPrivate(items), items->length == 4; });
    call("addATTPrivate", [&] { return addATTPrivate(ATT_PRIV_UEC, &code, items), items->length > 4; });
    call("getATTPrivate", [&] { return getATTPrivate(ATT_PRIV_UEC, items, 0) != nullptr; });
}

TEST_F(EveryFunction, DoesItsWork) {
    open_stream();
    requests_go_well();
    encodings_go_well();
    streams_go_well();
    events_go_well();
    servers_go_well();
    texts_go_well();
    private_data_goes_well();
    EXPECT_EQ(called_.size(), 114U);
    EXPECT_EQ(called_, recorded_functions());
}

/// Functions that have no result to say no with.
void texts_and_items_bear_anything(Names& called) {
    EXPECT_NE(acsReturnCodeString(-12345), nullptr);
    EXPECT_NE(acsReturnCodeVerboseString(-12345), nullptr);
    EXPECT_NE(acsErrorString(static_cast<ACSUniversalFailure_t>(1023)), nullptr);
    EXPECT_NE(cstaErrorString(static_cast<CSTAUniversalFailure_t>(127)), nullptr);
    initATTPrivate(nullptr);
    addATTPrivate(ATT_PRIV_UEC, nullptr, nullptr);
    EXPECT_EQ(getATTPrivate(ATT_PRIV_UEC, nullptr, 0), nullptr);
    called.insert(
        {"acsReturnCodeString", "acsReturnCodeVerboseString", "acsErrorString", "cstaErrorString",
         "initATTPrivate", "addATTPrivate", "getATTPrivate"}
    );
}

TEST_F(EveryFunction, RefusesBadArguments) {
    open_stream();
    Arguments with;
    for (const auto& row : calls_without_arguments()) {
        called_.insert(row.name);
        EXPECT_EQ(row.call(handle_, with), row.result) << row.name;
    }
    with.private_data.vendor[0] = '\0';  // private data of nobody
    for (const auto& row : all_requests()) {
        called_.insert(function_of(row.name));
        if (row.has_private_data) {
            EXPECT_EQ(row.call(handle_, with), ACSERR_BADPARAMETER) << row.name;
        }
        EXPECT_EQ(row.call(handle_ + 1, with), ACSERR_BADHDL) << row.name;
    }
    AttArguments att;
    for (const auto& row : all_encodings()) {
        called_.insert(function_of(row.name));
        EXPECT_EQ(row.encode(nullptr, att), ACSERR_BADPARAMETER) << row.name;
    }
    texts_and_items_bear_anything(called_);
    EXPECT_EQ(called_, recorded_functions());
    // Nothing of all that went to the server.
    EXPECT_EQ(cstaSysStatReq(handle_, 5, nullptr), ACSPOSITIVE_ACK);
    EXPECT_EQ(peer_->receive().reference, 5U);
}

}  // namespace
}  // namespace ctiengine::tsapi_standin::test
