#include "gateway/xml/error_writer.hpp"

#include "tests/fakes/schema_validator/schema_validator.hpp"

#include <gtest/gtest.h>

#include <map>

namespace ctiengine::gateway {
namespace {

using ctiengine::test::validate;

const std::string kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
const std::string kCsta = " xmlns=\"http://www.ecma-international.org/standards/ecma-323/csta/ed3\"";

std::string code_of(const CstaError& error) {
    auto text = write_csta_error({error.category, error.value, ""}, Edition::Ed3);
    const auto start = text.find('>', text.find("<CSTAErrorCode")) + 1;
    return text.substr(start, text.find("</CSTAErrorCode") - start);
}

std::string element(const std::string& category, const std::string& value) {
    return "<" + category + ">" + value + "</" + category + ">";
}

std::string code_of(int failure) {
    return code_of(
        csta_error(csta::Failure{static_cast<csta::UniversalFailure>(failure), "inside"}, "MakeCall")
    );
}

TEST(ErrorWriter, EveryFailureNumberHasAValidCode) {
    for (int failure = -5; failure <= 130; ++failure) {
        const csta::Failure refusal{static_cast<csta::UniversalFailure>(failure), "inside"};
        for (auto edition : {Edition::Ed3, Edition::Ed6}) {
            const auto text = write_csta_error(csta_error(refusal, "MakeCall"), edition);
            EXPECT_EQ(validate(text), std::nullopt) << text;
            EXPECT_EQ(text.find("inside"), std::string::npos) << "details for operators stay in the log";
        }
    }
}

TEST(ErrorWriter, AFailureTellsWhatIsMeantForTheClient) {
    const csta::Failure denied{
        csta::UniversalFailure::PrivilegeViolationOnSpecifiedDevice, "inside", "may not control 4--2\n-->"};
    const auto text = write_csta_error(csta_error(denied, "HoldCall"), Edition::Ed3);
    EXPECT_EQ(validate(text), std::nullopt) << text;
    EXPECT_NE(text.find("<!-- HoldCall: may not control 4"), std::string::npos) << text;
    EXPECT_EQ(text.find("inside"), std::string::npos);
    EXPECT_EQ(text.find("-->"), text.rfind("-->")) << "nobody ends the comment early: " << text;
}

TEST(ErrorWriter, FailuresHaveTheCodesOfTheTable) {
    const std::map<int, std::string> operation = {
        {1, "generic"},
        {2, "requestIncompatibleWithObject"},
        {3, "valueOutOfRange"},
        {4, "objectNotKnown"},
        {5, "invalidCallingDeviceID"},
        {6, "invalidCalledDeviceID"},
        {7, "invalidForwardingDestination"},
        {8, "privilegeViolationSpecifiedDevice"},
        {9, "privilegeViolationCalledDevice"},
        {10, "privilegeViolationCallingDevice"},
        {11, "invalidCallID"},
        {12, "invalidDeviceID"},
        {13, "invalidConnectionID"},
        {14, "invalidDestination"},
        {15, "invalidFeature"},
        {16, "invalidAllocationState"},
        {17, "invalidCrossRefID"},
        {18, "invalidObjectType"},
        {19, "securityViolation"},
        {71, "generic"},
        {73, "serviceNotSupported"},
        {74, "invalidParameterValue"}};
    for (const auto& [failure, value] : operation) EXPECT_EQ(code_of(failure), element("operation", value));
    const std::map<int, std::string> state = {
        {21, "generic"},
        {22, "invalidObjectState"},
        {23, "invalidConnectionIDForActiveCall"},
        {24, "noActiveCall"},
        {25, "noHeldCall"},
        {26, "noCallToClear"},
        {27, "noConnectionToClear"},
        {28, "noCallToAnswer"},
        {29, "noCallToComplete"}};
    for (const auto& [failure, value] : state) {
        EXPECT_EQ(code_of(failure), element("stateIncompatibility", value));
    }
    const std::map<int, std::string> system = {
        {31, "generic"},
        {32, "resourceBusy"},
        {33, "internalResourceBusy"},
        {34, "resourceOutOfService"},
        {35, "networkBusy"},
        {36, "networkOutOfService"},
        {37, "overallMonitorLimitExceeded"},
        {38, "conferenceMemberLimitExceeded"},
        {75, "resourceLimitExceeded"},
        {79, "resourceLimitExceeded"}};
    for (const auto& [failure, value] : system) {
        EXPECT_EQ(code_of(failure), element("systemResourceAvailibility", value));
    }
    const std::map<int, std::string> subscribed = {
        {41, "generic"},
        {42, "objectMonitorLimitExceeded"},
        {43, "trunkLimitExceeded"},
        {44, "outstandingReqLimitExceeded"}};
    for (const auto& [failure, value] : subscribed) {
        EXPECT_EQ(code_of(failure), element("subscribedResourceAvailability", value));
    }
    EXPECT_EQ(code_of(51), element("performanceManagement", "generic"));
    EXPECT_EQ(code_of(52), element("performanceManagement", "performanceLimitExceeded"));
    EXPECT_EQ(code_of(78), element("performanceManagement", "generic"));
    EXPECT_EQ(code_of(60), element("security", "generic"));
    EXPECT_EQ(code_of(61), element("security", "sequenceNumberViolated"));
    EXPECT_EQ(code_of(62), element("security", "timeStampViolated"));
    EXPECT_EQ(code_of(63), element("security", "securityInfoViolated"));
    EXPECT_EQ(code_of(64), element("security", "securityInfoViolated"));
    for (int failure : {0, 20, 30, 39, 50, 53, 59, 65, 70, 72, 76, 77, 80, 90, 100, -1}) {
        EXPECT_EQ(code_of(failure), "<unspecified/>") << failure;
    }
}

TEST(ErrorWriter, EveryErrorOfOursHasACode) {
    const std::pair<Errc, std::string> rows[] = {
        {Errc::MalformedXml, element("operation", "invalidParameterValue")},
        {Errc::MissingElement, element("operation", "atLeastOneConditionalParameterNotProvided")},
        {Errc::InvalidValue, element("operation", "invalidParameterValue")},
        {Errc::UnknownService, element("operation", "serviceNotSupported")},
        {Errc::ProtocolViolation, element("operation", "generic")},
        {Errc::TooLarge, element("systemResourceAvailibility", "resourceLimitExceeded")},
        {Errc::Refused, element("operation", "privilegeViolationSpecifiedDevice")},
        {Errc::NotConnected, element("systemResourceAvailibility", "resourceOutOfService")},
        {Errc::DeadlineExceeded, element("systemResourceAvailibility", "resourceOutOfService")},
        {Errc::Cancelled, element("operation", "generic")},
        {Errc::Closed, element("systemResourceAvailibility", "resourceOutOfService")},
        {Errc::Io, element("systemResourceAvailibility", "resourceOutOfService")},
        {Errc::InvalidSettings, element("operation", "generic")},
    };
    for (const auto& [code, expected] : rows) {
        const auto error = csta_error(Error{code, "sentence"});
        EXPECT_EQ(code_of(error), expected) << to_string(code);
        EXPECT_EQ(validate(write_csta_error(error, Edition::Ed3)), std::nullopt);
        EXPECT_FALSE(error.sentence.empty());
    }
}

TEST(ErrorWriter, WhatTheInsideSaysStaysInside) {
    for (auto code : {Errc::Io, Errc::NotConnected, Errc::TooLarge, Errc::Cancelled}) {
        EXPECT_EQ(
            csta_error(Error{code, "unix:/run/worker.sock"}).sentence.find("worker.sock"), std::string::npos
        );
    }
}

TEST(ErrorWriter, TheSentenceStandsInAComment) {
    const auto text = write_csta_error(
        csta_error(Error{Errc::MissingElement, "MakeCall: element callingDevice is missing"}), Edition::Ed3
    );
    EXPECT_EQ(
        text, kHead + "<CSTAErrorCode" + kCsta +
                  "><operation>atLeastOneConditionalParameterNotProvided</operation>"
                  "<!-- MakeCall: element callingDevice is missing --></CSTAErrorCode>"
    );
}

TEST(ErrorWriter, AHostileSentenceStaysAComment) {
    const CstaError error{ErrorCategory::Operation, "generic", "--><operation>x</operation><!-- \xFF\x01"};
    const auto text = write_csta_error(error, Edition::Ed3);
    EXPECT_EQ(validate(text), std::nullopt) << text;
}

TEST(ErrorWriter, SessionRulesHaveTheirCodes) {
    EXPECT_EQ(code_of(no_session_error("MakeCall")), element("security", "generic"));
    EXPECT_EQ(code_of(repeated_invoke_id_error("MakeCall")), element("operation", "generic"));
    const auto unknown = unknown_monitor_error("MonitorStop", "17");
    EXPECT_EQ(code_of(unknown), element("operation", "invalidMonitorCrossRefID"));
    EXPECT_EQ(unknown.sentence, "MonitorStop: monitorCrossRefID '17' is no monitor of this session");
}

}  // namespace
}  // namespace ctiengine::gateway
