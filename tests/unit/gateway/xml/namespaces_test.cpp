#include "gateway/xml/namespaces.hpp"

#include <gtest/gtest.h>

namespace ctiengine::gateway {
namespace {

const std::string kBase = "http://www.ecma-international.org/standards/ecma-323/csta/";

TEST(Namespaces, EveryEditionIsFoundByItsOwnNamespace) {
    for (auto edition : {Edition::Ed3, Edition::Ed4, Edition::Ed5, Edition::Ed6}) {
        EXPECT_EQ(edition_from(namespace_of(edition)), edition);
    }
    EXPECT_EQ(namespace_of(Edition::Ed3), kBase + "ed3");
    EXPECT_EQ(namespace_of(Edition::Ed6), kBase + "ed6");
}

TEST(Namespaces, DmccVersionsAreEdition3) {
    EXPECT_EQ(edition_from(kBase + "ed3/priv1"), Edition::Ed3);
    EXPECT_EQ(edition_from(kBase + "ed3/privA"), Edition::Ed3);
}

TEST(Namespaces, OtherTextsAreNoEdition) {
    for (const auto& text :
         {kBase + "ed2", kBase + "ed7", kBase + "ed33", kBase, std::string("3.0"), std::string()}) {
        EXPECT_FALSE(edition_from(text)) << text;
    }
}

TEST(Namespaces, AcceptsWhatClientsInTheFieldSend) {
    for (const auto& text :
         {kBase + "ed2", kBase + "ed2/priv1", kBase + "ed3", kBase + "ed3/priv9", kBase + "ed4",
          kBase + "ed5", kBase + "ed6", std::string("http://www.ecma.ch/standards/ecma-323/csta/ed2"),
          std::string(kSessionNamespace), std::string(kAvayaNamespace), std::string()}) {
        EXPECT_TRUE(accepted_on_input(text)) << text;
    }
    for (const auto& text :
         {kBase + "ed1", kBase + "ed7", std::string("urn:other"), std::string(kOwnNamespace)}) {
        EXPECT_FALSE(accepted_on_input(text)) << text;
    }
}

TEST(Namespaces, ChoosesTheFirstVersionItSpeaksAndEchoesIt) {
    const auto chosen = choose_version({"4.2", kBase + "ed3/priv5", kBase + "ed6"});
    ASSERT_TRUE(chosen);
    EXPECT_EQ(chosen->edition, Edition::Ed3);
    EXPECT_EQ(chosen->text, kBase + "ed3/priv5");
    EXPECT_EQ(choose_version({kBase + "ed6", kBase + "ed3"})->edition, Edition::Ed6);
    EXPECT_FALSE(choose_version({"3.0", kBase + "ed2/priv1"}));
    EXPECT_FALSE(choose_version({}));
}

}  // namespace
}  // namespace ctiengine::gateway
