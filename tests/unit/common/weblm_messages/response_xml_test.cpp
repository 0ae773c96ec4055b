#include "common/weblm_messages/response_xml.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <string>

namespace ctiengine::weblm {
namespace {

Response full_response() {
    Response response;
    response.request_id = "8c7e-1";
    response.server_id = "weblm-sim-1";
    response.server_time = 1767323045;
    response.code = ResultCode::Partial;
    response.text = "80 of 100 seats";
    response.session = "s-91ab";
    response.lease = std::chrono::seconds(600);
    response.renew = std::chrono::seconds(180);
    response.product = Product{"CTI_Engine", "AES CTI Engine", "4.5", "10042"};
    Grant users;
    users.keyword = "VALUE_AESO_OPEN_USERS";
    users.name = "AESO Open Users";
    users.requested = 100;
    users.granted = 80;
    users.capacity = 90;
    users.in_use = 85;
    users.expires = "permanent";
    Grant base;
    base.keyword = "FEAT_AESO_BASE";
    base.on = true;
    base.expires = "2027-01-01";
    response.grants = {users, base};
    return response;
}

struct Change {
    const char* name;
    std::function<void(Response&)> apply;
};
class ResponseRoundTrip : public testing::TestWithParam<Change> {};

TEST_P(ResponseRoundTrip, KeepsTheField) {
    auto response = full_response();
    GetParam().apply(response);
    const auto read = read_response(write(response));
    ASSERT_TRUE(read.has_value()) << read.error().detail;
    EXPECT_EQ(*read, response);
}

INSTANTIATE_TEST_SUITE_P(
    Fields,
    ResponseRoundTrip,
    testing::Values(
        Change{"Nothing", [](Response&) {}},
        Change{"NoRequestId", [](Response& r) { r.request_id.clear(); }},
        Change{"LongestServerId", [](Response& r) { r.server_id = std::string(kLongestId, 's'); }},
        Change{"FirstSecond", [](Response& r) { r.server_time = 0; }},
        Change{"NoText", [](Response& r) { r.text.clear(); }},
        Change{"LongestText", [](Response& r) { r.text = std::string(kLongestText, '&'); }},
        Change{
            "NoSession",
            [](Response& r) {
                r.session.clear();
                r.lease = r.renew = std::chrono::seconds(0);
            }},
        Change{"LongestLease", [](Response& r) { r.lease = r.renew = kLongestLease; }},
        Change{"NoProduct", [](Response& r) { r.product.reset(); }},
        Change{
            "ProductNameOnly",
            [](Response& r) {
                r.product = Product{"CTI_Engine", "", "", ""};
            }},
        Change{"NoGrants", [](Response& r) { r.grants.clear(); }},
        Change{"NothingGranted", [](Response& r) { r.grants[0].granted = 0; }},
        Change{"NotRequested", [](Response& r) { r.grants[0].requested.reset(); }},
        Change{"NoCapacity", [](Response& r) { r.grants[0].capacity.reset(); }},
        Change{"NoInUse", [](Response& r) { r.grants[0].in_use.reset(); }},
        Change{"FeatureOff", [](Response& r) { r.grants[1].on = false; }},
        Change{"ExpiryNotTold", [](Response& r) { r.grants[1].expires.clear(); }}
    ),
    [](const auto& row) { return row.param.name; }
);

TEST(ResponseRoundTrip, KeepsEveryResultCode) {
    for (int code = 0; code <= static_cast<int>(ResultCode::Busy); ++code) {
        auto response = full_response();
        response.code = static_cast<ResultCode>(code);
        const auto read = read_response(write(response));
        ASSERT_TRUE(read.has_value());
        EXPECT_EQ(read->code, response.code);
        EXPECT_EQ(result_code_from(to_string(response.code)), response.code);
    }
}

struct BadInput {
    const char* name;
    const char* from;
    std::string to;
    Errc code;
    const char* said;
};
class BadResponseText : public testing::TestWithParam<BadInput> {};

TEST_P(BadResponseText, IsRefusedByName) {
    const auto& row = GetParam();
    auto text = write(full_response());
    const auto at = text.find(row.from);
    ASSERT_NE(at, std::string::npos);
    const auto read = read_response(text.replace(at, std::string(row.from).size(), row.to));
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().code, row.code) << read.error().detail;
    EXPECT_NE(read.error().detail.find(row.said), std::string::npos) << read.error().detail;
}

INSTANTIATE_TEST_SUITE_P(
    Rows,
    BadResponseText,
    testing::Values(
        BadInput{
            "Doctype", "<WebLMResponse", "<!DOCTYPE x><WebLMResponse", Errc::MalformedXml, "document types"},
        BadInput{
            "TooLong", "</WebLMResponse>", std::string(kMostMessageBytes, ' ') + "</WebLMResponse>",
            Errc::TooLarge, "longer"},
        BadInput{"OtherNamespace", "weblm:1", "weblm:9", Errc::InvalidValue, "WebLMResponse/@xmlns"},
        BadInput{
            "OtherVersion", "version=\"1\"", "version=\"9\"", Errc::UnknownService, "WebLMResponse/@version"},
        BadInput{
            "NoServerId", "serverId=\"weblm-sim-1\"", "", Errc::MissingElement, "WebLMResponse/@serverId"},
        BadInput{
            "NoServerTime", "serverTime=\"2026-01-02T03:04:05Z\"", "", Errc::MissingElement,
            "WebLMResponse/@serverTime"},
        BadInput{
            "OddServerTime", "T03:04:05Z", "T33:04:05Z", Errc::InvalidValue, "WebLMResponse/@serverTime"},
        BadInput{"NoResult", "<Result", "<Resultat", Errc::MissingElement, "element Result is missing"},
        BadInput{
            "TwoResults", "<Session", "<Result/><Session", Errc::InvalidValue, "element Result stands twice"},
        BadInput{"UnknownCode", "PARTIAL", "MAYBE", Errc::InvalidValue, "Result/@code"},
        BadInput{"LineEndInText", "80 of 100", "80&#10;100", Errc::InvalidValue, "Result/@text"},
        BadInput{"NoSessionId", "id=\"s-91ab\"", "", Errc::MissingElement, "Session/@id"},
        BadInput{"LeaseTooLong", "\"600\"", "\"86401\"", Errc::InvalidValue, "Session/@leaseSeconds"},
        BadInput{"LeaseOfNothing", "\"600\"", "\"0\"", Errc::InvalidValue, "Session/@leaseSeconds"},
        BadInput{"RenewAfterLease", "\"180\"", "\"601\"", Errc::InvalidValue, "Session/@renewSeconds"},
        BadInput{
            "TwoSessions", "<Grant", "<Session/><Grant", Errc::InvalidValue, "element Session stands twice"},
        BadInput{"NoKeyword", "keyword=\"FEAT_AESO_BASE\"", "", Errc::MissingElement, "Grant/@keyword"},
        BadInput{
            "GrantedTooMuch", "granted=\"80\"", "granted=\"1000001\"", Errc::InvalidValue, "Grant/@granted"},
        BadInput{
            "GrantedNonsense", "granted=\"on\"", "granted=\"perhaps\"", Errc::InvalidValue, "Grant/@granted"},
        BadInput{"NegativeCapacity", "\"90\"", "\"-90\"", Errc::InvalidValue, "Grant/@capacity"},
        BadInput{"NegativeInUse", "\"85\"", "\"-85\"", Errc::InvalidValue, "Grant/@inUse"},
        BadInput{"NoSuchDay", "2027-01-01", "2027-02-29", Errc::InvalidValue, "Grant/@expires"},
        BadInput{"NoProductName", "name=\"CTI_Engine\"", "", Errc::MissingElement, "Product/@name"}
    ),
    [](const auto& row) { return row.param.name; }
);

TEST(ReadResponse, PassesOverWhatItDoesNotKnow) {
    auto text = write(full_response());
    text.insert(text.find("<Session"), "<Hint level='3'><Deep/></Hint>");
    const auto read = read_response(text);
    ASSERT_TRUE(read.has_value()) << read.error().detail;
    EXPECT_EQ(*read, full_response());
}

TEST(ReadResponse, RefusesTooManyGrants) {
    auto response = full_response();
    response.grants.assign(kMostFeatures + 1, response.grants[0]);
    EXPECT_FALSE(read_response(write(response)).has_value());
}

}  // namespace
}  // namespace ctiengine::weblm
