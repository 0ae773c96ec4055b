// Each function of csta.h sends its own message with the program's values, invoke ID and private data.
#include "tests/unit/simulator/tsapi_standin/request_cases.hpp"

#include <memory>
#include <string>

namespace ctiengine::tsapi_standin::test {
namespace {

class Requests : public StreamTest {
  protected:
    void expect_sent(const RequestCase& row, Arguments& arguments) {
        SCOPED_TRACE(row.name);
        ASSERT_EQ(row.call(handle_, arguments), ACSPOSITIVE_ACK);
        const auto frame = peer_->receive();
        EXPECT_EQ(kind(frame.event_class, frame.type), kind(row.event_class, row.type));
        EXPECT_EQ(frame.reference, row.reference);
        const auto pdu = wire::decode_pdu(frame);
        ASSERT_TRUE(pdu) << pdu.error();
        EXPECT_TRUE(row.arrived(pdu));
        EXPECT_EQ(frame.vendor, row.has_private_data ? "ECS" : "");
        EXPECT_EQ(frame.private_data.size(), row.has_private_data ? arguments.private_data.length : 0U);
    }
};

TEST_F(Requests, OfEveryFunctionArriveWhole) {
    open_stream();
    Arguments arguments;
    std::size_t functions = 0;
    for (const auto& row : all_requests()) {
        expect_sent(row, arguments);
        if (std::string(row.name).find('_') == std::string::npos) ++functions;
    }
    EXPECT_EQ(functions, 51U) << "csta.h has 51 functions that send";
}

TEST_F(Requests, OfClosedHandlesAreRefused) {
    open_stream();
    Arguments arguments;
    for (const auto& row : all_requests())
        EXPECT_EQ(row.call(handle_ + 1, arguments), ACSERR_BADHDL) << row.name;
    for (const auto& row : all_requests()) EXPECT_EQ(row.call(0, arguments), ACSERR_BADHDL) << row.name;
}

TEST_F(Requests, GetInvokeIdsFromTheLibraryWhenAsked) {
    OpenParameters parameters;
    parameters.invoke_ids = LIB_GEN_ID;
    open_stream(parameters);
    for (RetCode_t expected = 2; expected < 5; ++expected) {  // 1 was the open
        EXPECT_EQ(cstaSysStatReq(handle_, 999, nullptr), expected);
        EXPECT_EQ(peer_->receive().reference, static_cast<std::uint32_t>(expected));
    }
    // A message that nobody confirms has none, an answer has that of the question.
    EXPECT_EQ(cstaSendPrivateEvent(handle_, nullptr), ACSPOSITIVE_ACK);
    EXPECT_EQ(peer_->receive().reference, 0U);
    EXPECT_EQ(cstaSysStatReqConf(handle_, 55, SS_NORMAL, nullptr), ACSPOSITIVE_ACK);
    EXPECT_EQ(peer_->receive().reference, 55U);
}

TEST_F(Requests, MakeInvokeIdsFrom1To32767Only) {
    OpenParameters parameters;
    parameters.invoke_ids = LIB_GEN_ID;
    open_stream(parameters);
    RetCode_t last = 1;
    for (int request = 0; request < 32767; ++request) {
        const auto made = cstaSysStatReq(handle_, 0, nullptr);
        ASSERT_EQ(made, last == 32767 ? 1 : last + 1);
        ASSERT_EQ(peer_->receive().reference, static_cast<std::uint32_t>(made));
        last = made;
    }
    EXPECT_EQ(last, 1);
}

TEST_F(Requests, AreRefusedWithoutTheirParameters) {
    open_stream();
    Arguments with;
    EXPECT_EQ(cstaMakeCall(handle_, 1, nullptr, &with.device, nullptr), ACSERR_BADPARAMETER);
    EXPECT_EQ(cstaMakeCall(handle_, 1, &with.device, nullptr, nullptr), ACSERR_BADPARAMETER);
    EXPECT_EQ(cstaAnswerCall(handle_, 1, nullptr, nullptr), ACSERR_BADPARAMETER);
    EXPECT_EQ(cstaTransferCall(handle_, 1, &with.first, nullptr, nullptr), ACSERR_BADPARAMETER);
    EXPECT_EQ(cstaDeflectCall(handle_, 1, &with.first, nullptr, nullptr), ACSERR_BADPARAMETER);
    EXPECT_EQ(cstaMonitorDevice(handle_, 1, &with.device, nullptr, nullptr), ACSERR_BADPARAMETER);
    EXPECT_EQ(cstaMonitorCall(handle_, 1, nullptr, &with.filter, nullptr), ACSERR_BADPARAMETER);
    EXPECT_EQ(
        cstaSetForwarding(handle_, 1, &with.device, FWD_BUSY, TRUE, nullptr, nullptr), ACSERR_BADPARAMETER
    );
    EXPECT_EQ(cstaSnapshotDeviceReq(handle_, 1, nullptr, nullptr), ACSERR_BADPARAMETER);
    EXPECT_EQ(cstaRouteSelectInv(handle_, 1, 2, 3, nullptr, 0, nullptr, FALSE, nullptr), ACSERR_BADPARAMETER);
    with.set_up.value = nullptr;  // three values at no place
    EXPECT_EQ(
        cstaRouteSelectInv(handle_, 1, 2, 3, &with.device, 0, &with.set_up, FALSE, nullptr),
        ACSERR_BADPARAMETER
    );
}

TEST_F(Requests, ReadOnlyTheTextThatAProgramGives) {
    open_stream();
    const std::unique_ptr<char[]> exact(new char[5]{'3', '0', '0', '1', '\0'});
    auto* device = reinterpret_cast<DeviceID_t*>(exact.get());
    EXPECT_EQ(cstaMakeCall(handle_, 1, device, device, nullptr), ACSPOSITIVE_ACK);
    EXPECT_STREQ(wire::decode_pdu(peer_->receive()).as<CSTAMakeCall_t>()->calledDevice, "3001");
}

TEST_F(Requests, CarryNoPrivateDataOfLengthZero) {
    open_stream();
    ATTPrivateData_t none{};
    EXPECT_EQ(cstaSysStatReq(handle_, 1, reinterpret_cast<PrivateData_t*>(&none)), ACSPOSITIVE_ACK);
    EXPECT_EQ(peer_->receive().vendor, "");
}

TEST_F(Requests, AreRefusedWithPrivateDataOfNoVendor) {
    open_stream();
    Arguments with;
    std::memset(with.private_data.vendor, 'X', sizeof with.private_data.vendor);
    EXPECT_EQ(cstaSysStatReq(handle_, 1, with.priv()), ACSERR_BADPARAMETER);
    with.private_data.vendor[0] = '\0';
    EXPECT_EQ(cstaSysStatReq(handle_, 1, with.priv()), ACSERR_BADPARAMETER);
}

TEST_F(Requests, BeyondTheQueueAreRefusedAndNothingIsLost) {
    OpenParameters parameters;
    parameters.send_queue = 3;
    open_stream(parameters);
    Arguments with;
    InvokeID_t sent = 0;
    // The peer does not read: socket buffers fill, then the queue.
    RetCode_t result = ACSPOSITIVE_ACK;
    for (; sent < 1'000'000; ++sent) {
        result = cstaMakeCall(handle_, sent, &with.device, &with.other, with.priv());
        if (result != ACSPOSITIVE_ACK) break;
    }
    ASSERT_EQ(result, ACSERR_QUEUE_FULL);
    for (InvokeID_t expected = 0; expected < sent; ++expected)
        ASSERT_EQ(peer_->receive().reference, expected);
    EXPECT_EQ(cstaSysStatReq(handle_, 7, nullptr), ACSPOSITIVE_ACK);
    EXPECT_EQ(peer_->receive().type, CSTA_REQ_SYS_STAT);
}

}  // namespace
}  // namespace ctiengine::tsapi_standin::test
