#include "common/weblm_messages/request_xml.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <string>

namespace ctiengine::weblm {
namespace {

Request full_request() {
    Request request;
    request.request_id = "8c7e-1";
    request.client = {"cte-host1", "b0c4-1", 17, "CTI_Engine", "4.5", "08-00-27-08-BC-E4"};
    request.verb = Verb::Acquire;
    request.features = {
        {"VALUE_AESO_OPEN_USERS", 100, false},
        {"FEAT_AESO_BASE", std::nullopt, false},
        {"FEAT_AESO_CALLCENTER", std::nullopt, true}};
    return request;
}

// ---- every field survives the way there and back

struct Change {
    const char* name;
    std::function<void(Request&)> apply;
};
class RequestRoundTrip : public testing::TestWithParam<Change> {};

TEST_P(RequestRoundTrip, KeepsTheField) {
    auto request = full_request();
    GetParam().apply(request);
    const auto read = read_request(write(request));
    ASSERT_TRUE(read.has_value()) << read.error().detail;
    EXPECT_EQ(*read, request);
}

INSTANTIATE_TEST_SUITE_P(
    Fields,
    RequestRoundTrip,
    testing::Values(
        Change{"Nothing", [](Request&) {}},
        Change{"LongestRequestId", [](Request& r) { r.request_id = std::string(kLongestId, 'x'); }},
        Change{"CharactersOfXml", [](Request& r) { r.client.id = R"(a<b>&"c')"; }},
        Change{"Umlauts", [](Request& r) { r.client.id = "M\xC3\xBCnchen"; }},
        Change{"NoInstance", [](Request& r) { r.client.instance.clear(); }},
        Change{
            "GreatestIncarnation",
            [](Request& r) { r.client.incarnation = std::numeric_limits<std::uint64_t>::max(); }},
        Change{"Product", [](Request& r) { r.client.product = "Other"; }},
        Change{"Release", [](Request& r) { r.client.release = "4.6.1"; }},
        Change{"NoHostId", [](Request& r) { r.client.host_id.clear(); }},
        Change{"Session", [](Request& r) { r.session = "s-91ab"; }},
        Change{"NoSeats", [](Request& r) { r.features[0].count = 0; }},
        Change{"MostSeats", [](Request& r) { r.features[0].count = kMostSeats; }},
        Change{"OptionalSeats", [](Request& r) { r.features[0].optional = true; }},
        Change{
            "MostFeatures",
            [](Request& r) {
                r.features.clear();
                for (std::size_t n = 0; n < kMostFeatures; ++n)
                    r.features.push_back({"F_" + std::to_string(n), std::nullopt, false});
            }},
        Change{
            "Renew",
            [](Request& r) {
                r.verb = Verb::Renew;
                r.session = "s-1";
            }},
        Change{
            "RenewAsBefore",
            [](Request& r) {
                r.verb = Verb::Renew;
                r.session = "s-1";
                r.features.clear();
            }},
        Change{
            "Release_",
            [](Request& r) {
                r.verb = Verb::Release;
                r.session = "s-1";
                r.features.clear();
            }},
        Change{
            "Describe",
            [](Request& r) {
                r.verb = Verb::Describe;
                r.features.clear();
            }}
    ),
    [](const auto& row) { return row.param.name; }
);

// ---- what is not accepted, and what is said about it

/// The full request with one place of its text replaced.
std::string with(const std::string& from, const std::string& to) {
    auto text = write(full_request());
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

struct BadInput {
    const char* name;
    const char* from;
    std::string to;
    Errc code;
    const char* said;
};
class BadRequestText : public testing::TestWithParam<BadInput> {};

TEST_P(BadRequestText, IsRefusedByName) {
    const auto& row = GetParam();
    const auto read = read_request(with(row.from, row.to));
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().code, row.code) << read.error().detail;
    EXPECT_NE(read.error().detail.find(row.said), std::string::npos) << read.error().detail;
}

INSTANTIATE_TEST_SUITE_P(
    Rows,
    BadRequestText,
    testing::Values(
        BadInput{
            "Doctype", "<WebLMRequest", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><WebLMRequest",
            Errc::MalformedXml, "document types"},
        BadInput{"Prefix", "<WebLMRequest", "<WebLMRequest a:b=\"c\"", Errc::MalformedXml, "prefix"},
        BadInput{"CutOff", "</WebLMRequest>", "", Errc::MalformedXml, "closed"},
        BadInput{
            "TooLong", "</WebLMRequest>", std::string(kMostMessageBytes, ' ') + "</WebLMRequest>",
            Errc::TooLarge, "longer"},
        BadInput{
            "TooDeep", "<Acquire", "<a><a><a><a><a><a><a><a/></a></a></a></a></a></a></a><Acquire",
            Errc::MalformedXml, "deeper"},
        BadInput{
            "OtherRoot", "<WebLMRequest xmlns=\"urn:ctiengine:weblm:1\"",
            "<WebLMRequest xmlns=\"urn:ctiengine:weblm:2\"", Errc::InvalidValue, "WebLMRequest/@xmlns"},
        BadInput{
            "OtherVersion", "version=\"1\"", "version=\"2\"", Errc::UnknownService, "WebLMRequest/@version"},
        BadInput{"NoVersion", "version=\"1\"", "", Errc::UnknownService, "WebLMRequest/@version"},
        BadInput{"NoRequestId", "requestId=\"8c7e-1\"", "", Errc::MissingElement, "WebLMRequest/@requestId"},
        BadInput{"EmptyRequestId", "8c7e-1", "", Errc::InvalidValue, "WebLMRequest/@requestId"},
        BadInput{
            "LongRequestId", "8c7e-1", std::string(kLongestId + 1, 'x'), Errc::InvalidValue,
            "WebLMRequest/@requestId"},
        BadInput{"LineEndInId", "cte-host1", "cte&#10;host1", Errc::InvalidValue, "Client/@id"},
        BadInput{"NoClientId", "id=\"cte-host1\"", "", Errc::MissingElement, "Client/@id"},
        BadInput{"NegativeIncarnation", "\"17\"", "\"-1\"", Errc::InvalidValue, "Client/@incarnation"},
        BadInput{
            "IncarnationOverflow", "\"17\"", "\"18446744073709551616\"", Errc::InvalidValue,
            "Client/@incarnation"},
        BadInput{"NoIncarnation", "incarnation=\"17\"", "", Errc::MissingElement, "Client/@incarnation"},
        BadInput{"NoProduct", "product=\"CTI_Engine\"", "", Errc::MissingElement, "Client/@product"},
        BadInput{"NoRelease", "release=\"4.5\"", "", Errc::MissingElement, "Client/@release"},
        BadInput{"NoClient", "<Client", "<Klient", Errc::MissingElement, "element Client is missing"},
        BadInput{
            "TwoClients", "<Acquire", "<Client/><Acquire", Errc::InvalidValue, "element Client stands twice"},
        BadInput{"CountTooHigh", "\"100\"", "\"1000001\"", Errc::InvalidValue, "Feature/@count"},
        BadInput{"CountNoNumber", "\"100\"", "\"1e3\"", Errc::InvalidValue, "Feature/@count"},
        BadInput{"EmptyCount", "\"100\"", "\"\"", Errc::InvalidValue, "Feature/@count"},
        BadInput{"OddOptional", "\"true\"", "\"yes\"", Errc::InvalidValue, "Feature/@optional"},
        BadInput{"OddKeyword", "FEAT_AESO_BASE", "FEAT AESO", Errc::InvalidValue, "Feature/@keyword"},
        BadInput{
            "LongKeyword", "FEAT_AESO_BASE", std::string(kLongestKeyword + 1, 'K'), Errc::InvalidValue,
            "Feature/@keyword"},
        BadInput{"NoKeyword", "keyword=\"FEAT_AESO_BASE\"", "", Errc::MissingElement, "Feature/@keyword"},
        BadInput{
            "KeywordTwice", "FEAT_AESO_BASE", "FEAT_AESO_CALLCENTER", Errc::InvalidValue, "stands twice"},
        BadInput{
            "TwoVerbs", "<Acquire", "<Describe/><Acquire", Errc::InvalidValue, "more than one of the verbs"}
    ),
    [](const auto& row) { return row.param.name; }
);

std::string message(const std::string& inside) {
    return R"(<WebLMRequest xmlns="urn:ctiengine:weblm:1" version="1" requestId="r1">)"
           R"(<Client id="c" incarnation="1" product="p" release="1"/>)" +
           inside + "</WebLMRequest>";
}

TEST(ReadRequest, TellsAnUnknownVerbFromAnUnknownElement) {
    const auto unknown = read_request(message("<Borrow/>"));
    ASSERT_FALSE(unknown.has_value());
    EXPECT_EQ(unknown.error().code, Errc::UnknownService);
    EXPECT_NE(unknown.error().detail.find("'Borrow'"), std::string::npos);

    const auto beside = read_request(message("<Trace/><Describe><Deep/></Describe>"));
    ASSERT_TRUE(beside.has_value()) << beside.error().detail;
    EXPECT_EQ(beside->verb, Verb::Describe);
}

TEST(ReadRequest, ShowsAnUnknownVerbShortAndInAscii) {
    const auto read = read_request(message("<\xC3\xA4" + std::string(100, 'x') + "/>"));
    ASSERT_FALSE(read.has_value());
    EXPECT_NE(read.error().detail.find("'??" + std::string(62, 'x') + "'"), std::string::npos);
}

TEST(ReadRequest, WantsAVerb) {
    const auto read = read_request(message(""));
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().code, Errc::MissingElement);
}

TEST(ReadRequest, WantsASessionForRenewAndRelease) {
    for (const auto* verb : {"Renew", "Release"}) {
        const auto read = read_request(message(std::string("<") + verb + "/>"));
        ASSERT_FALSE(read.has_value()) << verb;
        EXPECT_EQ(
            read.error().detail.substr(0, read.error().detail.find(':')), std::string(verb) + "/@session"
        );
    }
}

TEST(ReadRequest, WantsFeaturesForAcquire) {
    const auto read = read_request(message("<Acquire session=''/>"));
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().detail, "Acquire: element Feature is missing");
}

TEST(ReadRequest, RefusesTooManyFeatures) {
    std::string features;
    for (std::size_t n = 0; n <= kMostFeatures; ++n)
        features += "<Feature keyword='F" + std::to_string(n) + "'/>";
    const auto read = read_request(message("<Acquire>" + features + "</Acquire>"));
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().detail, "Acquire: more than 64 Feature elements");
}

TEST(RequestId, IsThereAlsoWhenTheRequestIsBad) {
    EXPECT_EQ(request_id_of(message("<Borrow/>")), "r1");
    EXPECT_EQ(request_id_of("<WebLMRequest requestId=''/>"), "");
    EXPECT_EQ(request_id_of("no XML"), "");
}

}  // namespace
}  // namespace ctiengine::weblm
