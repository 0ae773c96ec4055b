#include "simulator/tsapi_standin/network/tslibrc.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::tsapi_standin {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Tslibrc, ReadsHostsAndPorts) {
    const auto settings = parse_tslibrc("aes1.example.com\t450\n  10.0.0.2   1450 \r\nplain\n");
    ASSERT_THAT(settings.servers, SizeIs(3));
    EXPECT_EQ(settings.servers[0].host, "aes1.example.com");
    EXPECT_EQ(settings.servers[0].port, 450);
    EXPECT_EQ(settings.servers[1].host, "10.0.0.2");
    EXPECT_EQ(settings.servers[1].port, 1450);
    EXPECT_EQ(settings.servers[2].port, kNameServicePort);
}

TEST(Tslibrc, PassesOverCommentsBlankLinesAndWhatItDoesNotKnow) {
    const auto settings =
        parse_tslibrc("# host 450\n; other 450\n\n   \n[Telephony Servers]\nCA File=/x\nhost 99999\nhost 0\n"
        );
    EXPECT_THAT(settings.servers, IsEmpty());
    EXPECT_THAT(settings.alternates, IsEmpty());
}

TEST(Tslibrc, ReadsAlternates) {
    const auto settings =
        parse_tslibrc("Alternates(AVAYA#CM#CSTA#ONE)=AVAYA#CM#CSTA#TWO:AVAYA#CM#CSTA#THREE");
    EXPECT_THAT(
        tlinks_to_try(settings, "avaya#cm#csta#one"),
        ElementsAre("avaya#cm#csta#one", "AVAYA#CM#CSTA#TWO", "AVAYA#CM#CSTA#THREE")
    );
    EXPECT_THAT(tlinks_to_try(settings, "AVAYA#CM#CSTA#TWO"), ElementsAre("AVAYA#CM#CSTA#TWO"));
}

TEST(Tslibrc, TakesFourAlternatesAndSixteenLists) {
    std::string text = "Alternates(A)=B:C:D:E:F\n";
    for (int list = 0; list < 20; ++list) text += "alternates(X" + std::to_string(list) + ") = Y\n";
    const auto settings = parse_tslibrc(text);
    EXPECT_THAT(settings.alternates, SizeIs(16));
    EXPECT_THAT(settings.alternates.front().alternates, ElementsAre("B", "C", "D", "E"));
}

TEST(Tslibrc, PassesOverBrokenAlternates) {
    for (const auto* text : {"Alternates(A=B", "Alternates(A)B", "Alternates()=B", "Alternates("}) {
        EXPECT_THAT(parse_tslibrc(text).alternates, IsEmpty()) << text;
    }
}

}  // namespace
}  // namespace ctiengine::tsapi_standin
