#include "simulator/weblm/licence/licence_xml.hpp"

#include "simulator/weblm/licence/example_licence.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace ctiengine::weblm_sim {
namespace {

TEST(LicenceXml, KeepsEveryFieldOfTheExample) {
    const auto read = read_licence(write_licence(example_licence()));
    ASSERT_TRUE(read.has_value()) << read.error().detail;
    EXPECT_EQ(*read, example_licence());
}

TEST(LicenceXml, TheExampleFileIsTheExample) {
    std::ifstream file(CTIENGINE_EXAMPLE_LICENCE);
    std::ostringstream text;
    text << file.rdbuf();
    const auto read = read_licence(text.str());
    ASSERT_TRUE(read.has_value()) << read.error().detail;
    EXPECT_EQ(*read, example_licence());
}

TEST(LicenceXml, KeepsADate) {
    auto licence = example_licence();
    licence.features[0].expires = "2027-01-01";
    EXPECT_EQ(*read_licence(write_licence(licence)), licence);
}

struct BadInput {
    const char* name;
    const char* from;
    std::string to;
    Errc code;
    const char* said;
};
class BadLicence : public ::testing::TestWithParam<BadInput> {};

TEST_P(BadLicence, IsRefusedByName) {
    const auto& row = GetParam();
    auto text = write_licence(example_licence());
    const auto at = text.find(row.from);
    ASSERT_NE(at, std::string::npos);
    const auto read = read_licence(text.replace(at, std::string(row.from).size(), row.to));
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().code, row.code) << read.error().detail;
    EXPECT_NE(read.error().detail.find(row.said), std::string::npos) << read.error().detail;
}

INSTANTIATE_TEST_SUITE_P(
    Rows,
    BadLicence,
    ::testing::Values(
        BadInput{
            "Doctype", "<WebLMLicence",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><WebLMLicence", Errc::MalformedXml,
            "document types"},
        BadInput{"Entity", "AESO Base", "&e;", Errc::MalformedXml, "&amp;"},
        BadInput{"OtherNamespace", "licence:1", "licence:2", Errc::InvalidValue, "WebLMLicence/@xmlns"},
        BadInput{
            "OtherVersion", "version=\"1\"", "version=\"2\"", Errc::UnknownService, "WebLMLicence/@version"},
        BadInput{"NoProduct", "<Product", "<P", Errc::MissingElement, "element Product is missing"},
        BadInput{"NoProductName", "name=\"CTI_Engine\"", "", Errc::MissingElement, "Product/@name"},
        BadInput{"NoHost", "<Host", "<H", Errc::MissingElement, "element Host is missing"},
        BadInput{"EmptyHost", "08-00-27-08-BC-E4", "", Errc::InvalidValue, "Host/@id"},
        BadInput{
            "KeywordTwice", "VALUE_AESO_OPEN_USERS", "FEAT_AESO_BASE", Errc::InvalidValue, "stands twice"},
        BadInput{"NoExpiry", "expires=\"permanent\"", "", Errc::MissingElement, "Feature/@expires"},
        BadInput{"OddExpiry", "permanent", "never", Errc::InvalidValue, "Feature/@expires"},
        BadInput{"TooManySeats", "count=\"100\"", "count=\"1000001\"", Errc::InvalidValue, "Feature/@count"},
        BadInput{"UsedWithoutSeats", "count=\"100\"", "", Errc::InvalidValue, "Feature/@used"},
        BadInput{
            "TooLong", "</WebLMLicence>", std::string(70000, ' ') + "</WebLMLicence>", Errc::TooLarge,
            "longer"}
    ),
    [](const auto& row) { return row.param.name; }
);

TEST(LicenceXml, NeedsAFeature) {
    auto licence = example_licence();
    licence.features.clear();
    EXPECT_EQ(
        read_licence(write_licence(licence)).error().detail, "WebLMLicence: element Feature is missing"
    );
}

}  // namespace
}  // namespace ctiengine::weblm_sim
