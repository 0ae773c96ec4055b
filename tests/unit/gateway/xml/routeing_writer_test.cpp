#include "gateway/xml/routeing_writer.hpp"

#include "gateway/xml/failure_table.hpp"
#include "tests/fakes/schema_validator/schema_validator.hpp"
#include "tests/unit/gateway/xml/call_events_under_test.hpp"

#include <gtest/gtest.h>

namespace ctiengine::gateway {
namespace {

using ctiengine::test::validate;
using test::provided;

const std::string kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
const std::string kCsta = " xmlns=\"http://www.ecma-international.org/standards/ecma-323/csta/ed3\"";

std::string valid(const std::string& text) {
    EXPECT_EQ(validate(text), std::nullopt) << text;
    return text;
}

TEST(RouteingWriter, AnswersARegistration) {
    EXPECT_EQ(
        valid(write_route_register_response("3", {})),
        kHead + "<RouteRegisterResponse" + kCsta +
            "><routeRegisterReqID>3</routeRegisterReqID></RouteRegisterResponse>"
    );
}

TEST(RouteingWriter, AsksForARoute) {
    csta::RouteRequested event;
    event.cross_ref = 12;
    event.current_route = provided("5000");
    event.calling = provided("0301234567");
    event.routed_call = {217, "T217#1", true};
    event.priority = true;
    EXPECT_EQ(
        valid(write_route_event(event, "3", {})),
        kHead + "<RouteRequest" + kCsta +
            "><crossRefIdentifier>12</crossRefIdentifier><routeRegisterReqID>3</routeRegisterReqID>"
            "<currentRoute><deviceIdentifier>5000</deviceIdentifier></currentRoute><callingDevice>"
            "<deviceIdentifier>0301234567</deviceIdentifier></callingDevice><routedCall><callID>217</callID>"
            "<deviceID typeOfNumber=\"dynamic\">T217#1</deviceID></routedCall>"
            "<routeSelAlgorithm>normal</routeSelAlgorithm><priority>true</priority></RouteRequest>"
    );
    event.private_data = test::full_private_data();
    for (int algorithm = -1; algorithm < 6; ++algorithm) {
        event.algorithm = algorithm;
        const auto text = valid(write_route_event(event, "3", {}));
        EXPECT_NE(text.find("<RouteRequestPrivateData"), std::string::npos);
    }
    valid(write_route_event(csta::RouteRequested{}, "3", {}));
}

TEST(RouteingWriter, TellsTheRestOfTheDialogue) {
    const std::string dialogue =
        "><crossRefIdentifier>12</crossRefIdentifier><routeRegisterReqID>3</routeRegisterReqID>";
    EXPECT_EQ(
        valid(write_route_event(csta::ReRouteRequested{12}, "3", {})),
        kHead + "<ReRoute" + kCsta + dialogue + "</ReRoute>"
    );
    EXPECT_EQ(
        valid(write_route_event(csta::RouteUsed{12, provided("4001"), {}, true, ""}, "3", {})),
        kHead + "<RouteUsed" + kCsta + dialogue +
            "<routeUsed><deviceIdentifier>4001</deviceIdentifier></routeUsed><callingDevice><notKnown/>"
            "</callingDevice><domain>true</domain></RouteUsed>"
    );
    valid(write_route_event(csta::RouteUsed{12, {}, {}, false, "9"}, "3", {}));
    EXPECT_EQ(
        valid(write_route_event(csta::RouteRegistrationEnded{}, "3", {})),
        kHead + "<RouteRegisterAbort" + kCsta +
            "><routeRegisterReqID>3</routeRegisterReqID></RouteRegisterAbort>"
    );
}

TEST(RouteingWriter, EveryReasonOfTheEndIsAnErrorValueThatReadsBack) {
    for (int number = 0; number < 80; ++number) {
        const auto failure = static_cast<csta::UniversalFailure>(number);
        const auto text = valid(write_route_event(csta::RouteEnded{12, failure}, "3", {}));
        EXPECT_NE(text.find("<errorValue>"), std::string::npos) << text;
        const auto code = failure_code(failure);
        const auto back = failure_from(category_name(code.category), code.value);
        ASSERT_TRUE(back) << number;
        EXPECT_STREQ(failure_code(*back).value, code.value) << number;
    }
    EXPECT_EQ(failure_from("operation", "tired"), std::nullopt);
    EXPECT_EQ(failure_from("mood", "generic"), std::nullopt);
}

}  // namespace
}  // namespace ctiengine::gateway
