#include "simulator/weblm/service/license_endpoint.hpp"

#include "common/weblm_messages/request_xml.hpp"
#include "common/weblm_messages/response_xml.hpp"
#include "tests/unit/simulator/weblm/server_fixture.hpp"

#include <gtest/gtest.h>

namespace ctiengine::weblm_sim {
namespace {

using weblm::ResultCode;
using How = Delivery::How;

class LicenseEndpointTest : public ::testing::Test, public ServerFixture {
  protected:
    HttpAnswer post(const std::string& body, const std::string& type = "application/xml; charset=utf-8") {
        HttpRequest request;
        request.method = "POST";
        request.path = kLicensePath;
        request.headers = {{"Content-Type", type}};
        request.body = body;
        return endpoint.answer(request);
    }
    HttpAnswer post(const weblm::Request& request) { return post(weblm::write(request)); }

    static weblm::Response read(const HttpAnswer& answer) {
        EXPECT_EQ(answer.response.status, 200U);
        auto response = weblm::read_response(answer.response.body);
        EXPECT_TRUE(response.has_value());
        return response ? *response : weblm::Response();
    }
    HttpAnswer with_fault(FaultKind kind) {
        Fault fault;
        fault.kind = kind;
        fault.delay = std::chrono::milliseconds(5);
        faults.set(fault);
        return post(acquire_request(10));
    }

    FaultSwitch faults;
    LicenseEndpoint endpoint{server, faults};
};

TEST_F(LicenseEndpointTest, AnswersARequest) {
    const auto answer = post(acquire_request(10));
    EXPECT_EQ(answer.response.content_type, "application/xml; charset=utf-8");
    EXPECT_EQ(answer.response.headers[0], (std::pair<std::string, std::string>("CTI-WebLM-Version", "1")));
    EXPECT_EQ(read(answer).code, ResultCode::Ok);
    EXPECT_EQ(read(answer).request_id, "r1");
    EXPECT_EQ(endpoint.counters().of(weblm::Verb::Acquire, ResultCode::Ok), 1U);
}

TEST_F(LicenseEndpointTest, StatusCodesAreForTheTransport) {
    EXPECT_EQ(post("no XML").response.status, 400U);
    EXPECT_EQ(post("<!DOCTYPE x><a/>").response.status, 400U);
    EXPECT_EQ(post(std::string(70000, ' ')).response.status, 413U);
    EXPECT_EQ(post(weblm::write(acquire_request(1)), "text/xml").response.status, 415U);
    EXPECT_EQ(
        post(weblm::write(acquire_request(1)), "application/xml; charset=latin1").response.status, 415U
    );
    EXPECT_EQ(endpoint.counters().refused_by_http, 5U);
}

TEST_F(LicenseEndpointTest, ContentTypeIsReadWithoutCaseAndQuotes) {
    EXPECT_EQ(
        post(weblm::write(acquire_request(1)), "Application/XML;charset=\"UTF-8\"").response.status, 200U
    );
    EXPECT_EQ(post(weblm::write(acquire_request(1)), "application/xml").response.status, 200U);
}

TEST_F(LicenseEndpointTest, KnowsVersionOneOnly) {
    HttpRequest request;
    request.method = "POST";
    request.headers = {{"Content-Type", "application/xml"}, {"cti-weblm-version", "2"}};
    request.body = weblm::write(acquire_request(1));
    EXPECT_EQ(read(endpoint.answer(request)).code, ResultCode::Unsupported);
    request.headers[1].second = "1";
    EXPECT_EQ(read(endpoint.answer(request)).code, ResultCode::Ok);
}

TEST_F(LicenseEndpointTest, TellsUnsupportedFromBad) {
    auto text = weblm::write(request(weblm::Verb::Describe));
    text.replace(text.find("<Describe"), 9, "<Borrow");
    auto answer = read(post(text));
    EXPECT_EQ(answer.code, ResultCode::Unsupported);
    EXPECT_EQ(answer.request_id, "r1");
    answer = read(post("<a requestId='x'/>"));
    EXPECT_EQ(answer.code, ResultCode::BadRequest);
    EXPECT_EQ(answer.request_id, "x");
    EXPECT_EQ(endpoint.counters().of(std::nullopt, ResultCode::BadRequest), 1U);
}

TEST_F(LicenseEndpointTest, SendsABrowserToTheLogIn) {
    HttpRequest request;
    request.method = "GET";
    request.headers = {{"Accept", "text/html,application/xhtml+xml"}};
    const auto answer = endpoint.answer(request);
    EXPECT_EQ(answer.response.status, 302U);
    EXPECT_EQ(answer.response.headers[0].second, "/WebLM/");
}

TEST_F(LicenseEndpointTest, AProgramHasToPost) {
    HttpRequest request;
    request.method = "GET";
    const auto answer = endpoint.answer(request);
    EXPECT_EQ(answer.response.status, 405U);
    EXPECT_EQ(answer.response.headers[0].first, "Allow");
}

// ---- faults

TEST_F(LicenseEndpointTest, FaultsThatLoseTheRequest) {
    EXPECT_EQ(with_fault(FaultKind::Hang).delivery.how, How::Hang);
    EXPECT_EQ(with_fault(FaultKind::Reset).delivery.how, How::Reset);
    EXPECT_EQ(with_fault(FaultKind::Unavailable).response.status, 503U);
    EXPECT_EQ(read(with_fault(FaultKind::Code)).code, ResultCode::Busy);
    EXPECT_EQ(in_use(kUsers), 0U);
}

TEST_F(LicenseEndpointTest, FaultsThatLoseTheAnswer) {
    EXPECT_EQ(with_fault(FaultKind::Drip).delivery.how, How::Drip);
    EXPECT_EQ(with_fault(FaultKind::Drip).delivery.drip_every, std::chrono::milliseconds(5));
    EXPECT_EQ(with_fault(FaultKind::Truncated).delivery.how, How::Truncate);
    EXPECT_EQ(with_fault(FaultKind::Duplicate).delivery.how, How::Twice);
    EXPECT_EQ(with_fault(FaultKind::Late).delivery.delay, std::chrono::milliseconds(5));
    EXPECT_EQ(
        weblm::read_response(with_fault(FaultKind::Malformed).response.body).error().code, Errc::MalformedXml
    );
    EXPECT_EQ(
        weblm::read_response(with_fault(FaultKind::Oversized).response.body).error().code, Errc::TooLarge
    );
    EXPECT_EQ(in_use(kUsers), 10U) << "the request itself was worked on";
}

TEST_F(LicenseEndpointTest, AStaleAnswerIsTheOneBefore) {
    const auto before = read(post(acquire_request(10)));
    EXPECT_EQ(read(with_fault(FaultKind::Stale)), before);
}

TEST_F(LicenseEndpointTest, AFaultMayBeForSomeRequestsOnly) {
    Fault fault;
    fault.kind = FaultKind::Unavailable;
    fault.times = 2;
    faults.set(fault);
    EXPECT_EQ(post(acquire_request(1)).response.status, 503U);
    EXPECT_EQ(post(acquire_request(1)).response.status, 503U);
    EXPECT_EQ(post(acquire_request(1)).response.status, 200U);
    EXPECT_EQ(faults.taken(), 2U);
}

TEST_F(LicenseEndpointTest, TheClockOfAnswersMaySeemWrong) {
    faults.set_skew(std::chrono::hours(-1));
    EXPECT_EQ(read(post(acquire_request(1))).server_time, 1767229200 - 3600);
}

TEST(FaultKinds, HaveNames) {
    for (int kind = 0; kind <= static_cast<int>(FaultKind::Stale); ++kind) {
        const auto each = static_cast<FaultKind>(kind);
        EXPECT_EQ(fault_kind_from(to_string(each)), each);
    }
    EXPECT_EQ(fault_kind_from("503"), FaultKind::Unavailable);
    EXPECT_EQ(fault_kind_from("late"), FaultKind::Late);
    EXPECT_EQ(fault_kind_from("nothing"), std::nullopt);
}

}  // namespace
}  // namespace ctiengine::weblm_sim
