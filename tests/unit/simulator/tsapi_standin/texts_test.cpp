#include "tsapi-worker/tsapi/abi/csta.h"

#include <gtest/gtest.h>

namespace {

TEST(Texts, NameFailures) {
    EXPECT_STREQ(acsErrorString(TSERVER_STREAM_FAILED), "TSERVER_STREAM_FAILED");
    EXPECT_STREQ(acsErrorString(DRIVER_OAM_IN_USE), "DRIVER_OAM_IN_USE");
    EXPECT_STREQ(cstaErrorString(GENERIC_UNSPECIFIED), "GENERIC_UNSPECIFIED");
    EXPECT_STREQ(cstaErrorString(NON_STANDARD), "NON_STANDARD");
}

TEST(Texts, NameReturnCodes) {
    EXPECT_STREQ(acsReturnCodeString(ACSERR_BADHDL), "ACSERR_BADHDL");
    EXPECT_STREQ(acsReturnCodeString(ACSPOSITIVE_ACK), "ACSPOSITIVE_ACK");
    EXPECT_STREQ(acsReturnCodeString(12), "invoke ID");
}

TEST(Texts, AreThereForEveryNumber) {
    for (int number = -100; number < 1100; ++number) {
        EXPECT_NE(acsReturnCodeString(number), nullptr);
        EXPECT_NE(acsReturnCodeVerboseString(number), nullptr);
        if (number < 0 || number > 1023) continue;  // beyond what the enumeration can hold
        EXPECT_NE(acsErrorString(static_cast<ACSUniversalFailure_t>(number)), nullptr);
        if (number > 127) continue;
        EXPECT_NE(cstaErrorString(static_cast<CSTAUniversalFailure_t>(number)), nullptr);
    }
}

}  // namespace
