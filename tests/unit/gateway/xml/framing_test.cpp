#include "gateway/xml/framing.hpp"

#include <gtest/gtest.h>

namespace ctiengine::gateway {
namespace {

IncomingFrame frame_of(const std::variant<IncomingFrame, FramingFault>& decoded) {
    if (const auto* fault = std::get_if<FramingFault>(&decoded)) {
        ADD_FAILURE() << fault->close_code << " " << fault->reason;
        return {};
    }
    return std::get<IncomingFrame>(decoded);
}

FramingFault fault_of(const std::variant<IncomingFrame, FramingFault>& decoded) {
    if (std::holds_alternative<IncomingFrame>(decoded)) {
        ADD_FAILURE() << "a fault was expected";
        return {0, ""};
    }
    return std::get<FramingFault>(decoded);
}

std::string annex_j(std::string_view version, std::size_t length, std::string_view rest) {
    std::string frame(version);
    frame.push_back(static_cast<char>(length / 256));
    frame.push_back(static_cast<char>(length % 256));
    return frame.append(rest);
}

const std::string kZeros("\0\0", 2);

TEST(Framing, KnowsTheThreeSubprotocolsByName) {
    for (auto name : kSubprotocolNames) {
        const auto subprotocol = subprotocol_from(name);
        ASSERT_TRUE(subprotocol) << name;
        EXPECT_EQ(to_string(*subprotocol), name);
    }
    EXPECT_FALSE(subprotocol_from("csta"));
    EXPECT_FALSE(subprotocol_from(""));
}

TEST(Framing, TakesInvokeIdAndXmlApart) {
    Framing framing(Subprotocol::CstaXml);
    const auto frame = frame_of(framing.decode("0042<A/>", false));
    EXPECT_EQ(frame.invoke_id, 42);
    EXPECT_EQ(frame.xml, "<A/>");
}

TEST(Framing, PassesInvokeId9999OnForTheCallerToJudge) {
    Framing framing(Subprotocol::CstaXml);
    EXPECT_EQ(frame_of(framing.decode("9999<SystemStatusResponse/>", false)).invoke_id, kUnaskedId);
    EXPECT_TRUE(may_be_unasked("SystemStatusResponse"));
    EXPECT_TRUE(may_be_unasked("MonitorStopResponse"));
    EXPECT_TRUE(may_be_unasked("CSTAErrorCode"));
    EXPECT_FALSE(may_be_unasked("MakeCall"));
}

TEST(Framing, LeavesWhiteSpaceBeforeTheXmlOut) {
    Framing framing(Subprotocol::CstaXml);
    EXPECT_EQ(frame_of(framing.decode("0001\r\n <?xml version=\"1.0\"?><A/>", false)).xml.front(), '<');
}

TEST(Framing, ClosesWith1007WithoutAnInvokeId) {
    Framing framing(Subprotocol::CstaXml);
    for (const auto* text : {"", "1", "123", "12a4<A/>", "<A/>", "-001<A/>", " 001<A/>"}) {
        EXPECT_EQ(fault_of(framing.decode(text, false)).close_code, kInvalidPayload) << text;
    }
}

TEST(Framing, ClosesWith1003OnTheWrongKindOfWebSocketMessage) {
    EXPECT_EQ(fault_of(Framing(Subprotocol::CstaXml).decode("0001<A/>", true)).close_code, kUnsupportedData);
    EXPECT_EQ(fault_of(Framing(Subprotocol::Bare).decode("<A/>", true)).close_code, kUnsupportedData);
    EXPECT_EQ(
        fault_of(Framing(Subprotocol::AnnexJ).decode(annex_j(kZeros, 12, "0001<A/>"), false)).close_code,
        kUnsupportedData
    );
}

TEST(Framing, ReadsAnnexJWithAnyVersionBytes) {
    Framing framing(Subprotocol::AnnexJ);
    for (const auto& version : {kZeros, std::string("00"), std::string("\x01\0", 2)}) {
        const auto payload = annex_j(version, 12, "0007<A/>");
        const auto frame = frame_of(framing.decode(payload, true));
        EXPECT_EQ(frame.invoke_id, 7);
        EXPECT_EQ(frame.xml, "<A/>");
    }
}

TEST(Framing, ClosesWith1002WhenTheLengthOfAnnexJIsWrong) {
    Framing framing(Subprotocol::AnnexJ);
    for (const auto& payload :
         {annex_j(kZeros, 11, "0001<A/>"), annex_j(kZeros, 13, "0001<A/>"), annex_j(kZeros, 4, ""),
          std::string()}) {
        EXPECT_EQ(fault_of(framing.decode(payload, true)).close_code, kProtocolError);
    }
    EXPECT_EQ(fault_of(framing.decode(annex_j(kZeros, 12, "000x<A/>"), true)).close_code, kInvalidPayload);
}

TEST(Framing, BareMessagesHaveNoInvokeId) {
    Framing framing(Subprotocol::Bare);
    const auto frame = frame_of(framing.decode("<A/>", false));
    EXPECT_FALSE(frame.invoke_id);
    EXPECT_EQ(frame.xml, "<A/>");
}

TEST(Framing, DecidesOnTheFirstMessageWhenNothingWasNegotiated) {
    struct Row {
        std::string payload;
        bool binary;
        Subprotocol expected;
    };
    const Row rows[] = {
        {"0001<A/>", false, Subprotocol::CstaXml},
        {annex_j(kZeros, 12, "0001<A/>"), true, Subprotocol::AnnexJ},
        {"<A/>", false, Subprotocol::Bare},
        {"\xEF\xBB\xBF<A/>", false, Subprotocol::Bare},
        {"\n<A/>", false, Subprotocol::Bare},
    };
    for (const auto& row : rows) {
        Framing framing(std::nullopt);
        EXPECT_EQ(framing.subprotocol(), Subprotocol::CstaXml);
        frame_of(framing.decode(row.payload, row.binary));
        EXPECT_EQ(framing.subprotocol(), row.expected) << row.payload;
    }
}

TEST(Framing, KeepsItsDecision) {
    Framing framing(std::nullopt);
    frame_of(framing.decode("<A/>", false));
    EXPECT_EQ(fault_of(framing.decode(annex_j(kZeros, 12, "0001<A/>"), true)).close_code, kUnsupportedData);
}

TEST(Framing, ClosesWith1007WhenTheFirstMessageIsOfNoKind) {
    for (const auto* text : {"", "hello", "{}"}) {
        EXPECT_EQ(fault_of(Framing(std::nullopt).decode(text, false)).close_code, kInvalidPayload) << text;
    }
}

TEST(Framing, ReasonsFitIntoACloseFrame) {
    EXPECT_LE(fault_of(Framing(std::nullopt).decode("x", false)).reason.size(), 123U);
    EXPECT_LE(fault_of(Framing(Subprotocol::AnnexJ).decode("x", true)).reason.size(), 123U);
    const auto longest = annex_j(kZeros, 65535, std::string(65536, 'x'));
    EXPECT_LE(fault_of(Framing(Subprotocol::AnnexJ).decode(longest, true)).reason.size(), 123U);
}

TEST(Framing, WritesWhatItReads) {
    for (auto subprotocol : {Subprotocol::CstaXml, Subprotocol::AnnexJ}) {
        Framing framing(subprotocol);
        const auto payload = framing.encode(9, "<A>\xC3\xA9</A>");
        ASSERT_TRUE(payload);
        const auto frame = frame_of(framing.decode(*payload, framing.binary()));
        EXPECT_EQ(frame.invoke_id, 9);
        EXPECT_EQ(frame.xml, "<A>\xC3\xA9</A>");
    }
    EXPECT_EQ(*Framing(Subprotocol::CstaXml).encode(9999, "<A/>"), "9999<A/>");
    EXPECT_EQ(*Framing(Subprotocol::Bare).encode(9999, "<A/>"), "<A/>");
}

TEST(Framing, RefusesWhatAnnexJCannotCarry) {
    Framing framing(Subprotocol::AnnexJ);
    EXPECT_TRUE(framing.encode(1, std::string(65535 - 8, 'x')));
    const auto refused = framing.encode(1, std::string(65535 - 7, 'x'));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::TooLarge);
}

}  // namespace
}  // namespace ctiengine::gateway
