#include "tests/unit/tsapi-worker/tsapi/events_under_test.hpp"

namespace ctiengine::tsapi {
namespace {

using csta::ConnectionState;
using csta::EventCause;
using test::c_connection;
using test::c_device;
using test::party;

const csta::Connection kOwn{7, "4002", false};

/// Decodes an event of which `fill` sets the fields; the common tail is checked here.
template <class Fill>
csta::CallEvent decoded(EventType_t type, Fill fill, PrivateContent content = {}) {
    CSTAUnsolicitedEvent event{};
    fill(event.u);
    auto call = decode_call_event(type, event, std::move(content));
    EXPECT_TRUE(call.has_value());
    return call.value_or(csta::CallEvent());
}
template <class Event>
void tail(Event& event, LocalConnectionState_t local, CSTAEventCause_t cause) {
    event.localConnectionInfo = local;
    event.cause = cause;
}

TEST(CallEventDecoder, ReadsServiceInitiated) {
    auto event = decoded(CSTA_SERVICE_INITIATED, [](auto& u) {
        u.serviceInitiated.initiatedConnection = c_connection(7, "4002");
        tail(u.serviceInitiated, CS_INITIATE, EC_NONE);
    });
    EXPECT_EQ(event.body, csta::CallEventBody(csta::ServiceInitiated{kOwn}));
    EXPECT_EQ(event.local, ConnectionState::Initiated);
    EXPECT_EQ(event.cause, EventCause::None);
}

TEST(CallEventDecoder, ReadsOriginated) {
    auto event = decoded(CSTA_ORIGINATED, [](auto& u) {
        u.originated.originatedConnection = c_connection(7, "4002");
        u.originated.callingDevice = c_device("4002");
        u.originated.calledDevice = c_device("903012345");
        tail(u.originated, CS_CONNECT, EC_NEW_CALL);
    });
    EXPECT_EQ(event.body, csta::CallEventBody(csta::Originated{kOwn, party("4002"), party("903012345")}));
    EXPECT_EQ(event.cause, EventCause::NewCall);
}

TEST(CallEventDecoder, ReadsDelivered) {
    auto event = decoded(CSTA_DELIVERED, [](auto& u) {
        u.delivered.connection = c_connection(7, "4002");
        u.delivered.alertingDevice = c_device("4002");
        u.delivered.callingDevice = c_device("03012345", EXPLICIT_PUBLIC_UNKNOWN);
        u.delivered.calledDevice = c_device("5000");
        u.delivered.lastRedirectionDevice = c_device("5001");
        tail(u.delivered, CS_ALERTING, EC_REDIRECTED);
    });
    csta::PartyDevice outside{
        csta::PartyDevice::Status::Provided, "03012345", csta::NumberType::ExplicitPublicUnknown};
    EXPECT_EQ(
        event.body,
        csta::CallEventBody(csta::Delivered{kOwn, party("4002"), outside, party("5000"), party("5001")})
    );
    EXPECT_EQ(event.local, ConnectionState::Alerting);
    EXPECT_EQ(event.cause, EventCause::Redirected);
}

TEST(CallEventDecoder, ReadsEstablished) {
    auto event = decoded(CSTA_ESTABLISHED, [](auto& u) {
        u.established.establishedConnection = c_connection(7, "4002");
        u.established.answeringDevice = c_device("4002");
        u.established.callingDevice = c_device("4001");
        u.established.calledDevice = c_device("5000");
        u.established.lastRedirectionDevice = c_device("5001");
        tail(u.established, CS_CONNECT, EC_NEW_CALL);
    });
    EXPECT_EQ(
        event.body, csta::CallEventBody(csta::Established{
                        kOwn, party("4002"), party("4001"), party("5000"), party("5001")})
    );
}

TEST(CallEventDecoder, ReadsHeldAndRetrieved) {
    auto held = decoded(CSTA_HELD, [](auto& u) {
        u.held.heldConnection = c_connection(7, "4002");
        u.held.holdingDevice = c_device("4002");
        tail(u.held, CS_HOLD, EC_NONE);
    });
    EXPECT_EQ(held.body, csta::CallEventBody(csta::Held{kOwn, party("4002")}));
    auto retrieved = decoded(CSTA_RETRIEVED, [](auto& u) {
        u.retrieved.retrievedConnection = c_connection(7, "4002");
        u.retrieved.retrievingDevice = c_device("4002");
        tail(u.retrieved, CS_CONNECT, EC_NONE);
    });
    EXPECT_EQ(retrieved.body, csta::CallEventBody(csta::Retrieved{kOwn, party("4002")}));
}

TEST(CallEventDecoder, ReadsQueued) {
    auto event = decoded(CSTA_QUEUED, [](auto& u) {
        u.queued.queuedConnection = c_connection(7, "4002");
        u.queued.queue = c_device("500");
        u.queued.callingDevice = c_device("4001");
        u.queued.calledDevice = c_device("5000");
        u.queued.lastRedirectionDevice = c_device("5001");
        u.queued.numberQueued = 3;
        tail(u.queued, CS_NONE, EC_REDIRECTED);
    });
    csta::Queued expected{kOwn, party("500"), party("4001"), party("5000"), party("5001"), 3};
    EXPECT_EQ(event.body, csta::CallEventBody(expected));
    EXPECT_EQ(event.local, ConnectionState::None);
}

TEST(CallEventDecoder, ReadsDiverted) {
    auto event = decoded(CSTA_DIVERTED, [](auto& u) {
        u.diverted.connection = c_connection(7, "4002");
        u.diverted.divertingDevice = c_device("4002");
        u.diverted.newDestination = c_device("4003");
        tail(u.diverted, CS_NULL, EC_REDIRECTED);
    });
    EXPECT_EQ(event.body, csta::CallEventBody(csta::Diverted{kOwn, party("4002"), party("4003")}));
    EXPECT_EQ(event.local, ConnectionState::Null);
}

TEST(CallEventDecoder, ReadsTheListOfAMergedCallAndKeepsNoPointer) {
    std::optional<csta::CallEvent> event;
    {
        Connection_t listed[2] = {
            {c_connection(8, "4001"), c_device("4001")},
            {c_connection(8, "T8#2", DYNAMIC_ID), c_device("03012345")}};
        event = decoded(CSTA_TRANSFERRED, [&](auto& u) {
            u.transferred.primaryOldCall = c_connection(7, "4002");
            u.transferred.secondaryOldCall = c_connection(8, "4002");
            u.transferred.transferringDevice = c_device("4002");
            u.transferred.transferredDevice = c_device("4003");
            u.transferred.transferredConnections = {2, listed};
            tail(u.transferred, CS_NULL, EC_TRANSFER);
        });
        std::memset(listed, 'x', sizeof(listed));
    }
    csta::Transferred expected{
        kOwn,
        test::connection(8, "4002", false),
        party("4002"),
        party("4003"),
        {{test::connection(8, "4001", false), party("4001")},
         {test::connection(8, "T8#2", true), party("03012345")}}};
    EXPECT_EQ(event->body, csta::CallEventBody(expected));
    EXPECT_EQ(event->cause, EventCause::Transfer);
}

TEST(CallEventDecoder, ReadsConferencedWithoutAList) {
    auto event = decoded(CSTA_CONFERENCED, [](auto& u) {
        u.conferenced.primaryOldCall = c_connection(7, "4002");
        u.conferenced.secondaryOldCall = c_connection(8, "4002");
        u.conferenced.confController = c_device("4002");
        u.conferenced.addedParty = c_device("4003");
        u.conferenced.conferenceConnections = {3, nullptr};
        tail(u.conferenced, CS_CONNECT, EC_NONE);
    });
    csta::Conferenced expected{kOwn, test::connection(8, "4002", false), party("4002"), party("4003"), {}};
    EXPECT_EQ(event.body, csta::CallEventBody(expected));
}

TEST(CallEventDecoder, ReadsFailedWithTheCallerFromPrivateData) {
    PrivateContent content;
    content.calling = party("4002");
    auto fill = [](auto& u) {
        u.failed.failedConnection = c_connection(7, "T7#2", DYNAMIC_ID);
        u.failed.failingDevice = c_device("4009");
        u.failed.calledDevice = c_device("4009");
        tail(u.failed, CS_FAIL, EC_BUSY);
    };
    csta::Failed expected{test::connection(7, "T7#2", true), party("4009"), party("4002"), party("4009")};
    EXPECT_EQ(decoded(CSTA_FAILED, fill, content).body, csta::CallEventBody(expected));
    expected.calling = {};
    EXPECT_EQ(decoded(CSTA_FAILED, fill).body, csta::CallEventBody(expected));
}

TEST(CallEventDecoder, ReadsNetworkReachedWithItsProgress) {
    PrivateContent content;
    content.progress_location = 4;
    content.progress_description = 8;
    auto event = decoded(
        CSTA_NETWORK_REACHED,
        [](auto& u) {
            u.networkReached.connection = c_connection(7, "T7#2", DYNAMIC_ID);
            u.networkReached.trunkUsed = c_device("T7#2");
            u.networkReached.calledDevice = c_device("03012345");
            tail(u.networkReached, CS_CONNECT, EC_NONE);
        },
        content
    );
    csta::NetworkReached expected{test::connection(7, "T7#2", true), party("T7#2"), party("03012345"), 4, 8};
    EXPECT_EQ(event.body, csta::CallEventBody(expected));
}

TEST(CallEventDecoder, ReadsTheEndOfAConnectionAndOfACall) {
    auto connection = decoded(CSTA_CONNECTION_CLEARED, [](auto& u) {
        u.connectionCleared.droppedConnection = c_connection(7, "4002");
        u.connectionCleared.releasingDevice = c_device("4001");
        tail(u.connectionCleared, CS_NULL, EC_NONE);
    });
    EXPECT_EQ(connection.body, csta::CallEventBody(csta::ConnectionCleared{kOwn, party("4001")}));
    auto call = decoded(CSTA_CALL_CLEARED, [](auto& u) {
        u.callCleared.clearedCall = c_connection(7, "0", DYNAMIC_ID);
        tail(u.callCleared, CS_NONE, EC_NONE);
    });
    EXPECT_EQ(call.body, csta::CallEventBody(csta::CallCleared{test::connection(7, "0", true)}));
}

TEST(CallEventDecoder, CarriesNumbersThroughThatTheHeadersDoNotHave) {
    auto event = decoded(CSTA_HELD, [](auto& u) {
        test::put_number(u.held.cause, 4711);
        test::put_number(u.held.localConnectionInfo, 99);
        test::put_number(u.held.holdingDevice.deviceIDType, 1000);
    });
    EXPECT_EQ(static_cast<int>(event.cause), 4711);
    EXPECT_EQ(static_cast<int>(event.local), 99);
    EXPECT_EQ(static_cast<int>(std::get<csta::Held>(event.body).holding.type), 1000);
}

TEST(CallEventDecoder, ReadsCallInformationWhichHasNoStateAndNoCause) {
    auto event = decoded(CSTA_CALL_INFORMATION, [](auto& u) {
        u.callInformation.connection = c_connection(7, "4002");
        u.callInformation.device = c_device("4002");
        test::put(u.callInformation.accountInfo, "4711");
        test::put(u.callInformation.authorisationCode, "99");
    });
    EXPECT_EQ(event.body, csta::CallEventBody(csta::CallInformation{kOwn, party("4002"), "4711", "99"}));
    EXPECT_EQ(event.local, csta::ConnectionState::None);
    EXPECT_EQ(event.cause, csta::EventCause::None);
}

TEST(CallEventDecoder, TakesEnteredDigitsFromPrivateDataAlone) {
    PrivateContent content;
    content.entered_digits = csta::CallEvent{};
    content.entered_digits->body = csta::EnteredDigits{kOwn, "4711"};
    auto event = decoded(
        CSTA_PRIVATE_STATUS, [](auto&) {}, content
    );
    EXPECT_EQ(event, *content.entered_digits);
    EXPECT_FALSE(decode_call_event(CSTA_PRIVATE_STATUS, {}, {}));
}

TEST(CallEventDecoder, LeavesOtherEventsAlone) {
    CSTAUnsolicitedEvent forwarding{};
    EXPECT_FALSE(decode_call_event(CSTA_FORWARDING, forwarding, {}));
}

TEST(CallEventDecoder, NeverCallsADeviceProvidedThatHasNoNumber) {
    auto status_of = [](const char* number, int status) {
        auto event = decoded(CSTA_HELD, [&](auto& u) {
            u.held.holdingDevice = c_device(number);
            test::put_number(u.held.holdingDevice.deviceIDStatus, status);
        });
        return std::get<csta::Held>(event.body).holding.status;
    };
    using Status = csta::PartyDevice::Status;
    EXPECT_EQ(status_of("4002", ID_PROVIDED), Status::Provided);
    EXPECT_EQ(status_of("", ID_PROVIDED), Status::NotKnown);
    EXPECT_EQ(status_of("4002", ID_NOT_KNOWN), Status::NotKnown);
    EXPECT_EQ(status_of("", ID_NOT_REQUIRED), Status::NotRequired);
    EXPECT_EQ(status_of("4002", 17), Status::NotKnown);
}

}  // namespace
}  // namespace ctiengine::tsapi
