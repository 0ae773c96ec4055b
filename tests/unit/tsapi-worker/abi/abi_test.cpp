#include "tests/unit/tsapi-worker/abi/abi_rows.hpp"
#include "tsapi-worker/tsapi/abi/attpriv.h"
#include "tsapi-worker/tsapi/abi/csta.h"

#include <gtest/gtest.h>

#include <cstddef>

namespace ctiengine::tsapi_abi_test {
namespace {

void expect_equal(const std::vector<NumberRow>& rows) {
    for (const auto& row : rows) EXPECT_EQ(row.actual, row.expected) << row.name;
}

// The record has this many rows; a generator that skips some must not pass.
TEST(TsapiAbi, ChecksEveryRowOfTheRecord) {
    EXPECT_EQ(kConstantRows.size() + kTextRows.size(), 1417u);
    EXPECT_EQ(kStaticChecks, 2201u);
    EXPECT_EQ(kUndeclaredRows, 5u) << "only XOSetInfoEntry, an internal of the ASN.1 runtime, is left out";
#ifdef __i386__
    EXPECT_EQ(kLayoutRows.size(), 4854u);
#endif
}

TEST(TsapiAbi, ConstantsHaveTheirValues) {
    expect_equal(kConstantRows);
    for (const auto& row : kTextRows) EXPECT_EQ(row.actual, row.expected) << row.name;
}

#ifdef __i386__
TEST(TsapiAbi, LayoutIsThatOfI386) {
    expect_equal(kLayoutRows);
}
#else
TEST(TsapiAbi, LayoutIsThatOfX8664WhereItIsKnown) {
    EXPECT_EQ(sizeof(ACSEventHeader_t), 16u);
    EXPECT_EQ(sizeof(ConnectionID_t), 80u);
    EXPECT_EQ(sizeof(CSTAEvent_t), 2352u);
    EXPECT_EQ(offsetof(CSTAEvent_t, event), 16u);
    EXPECT_EQ(offsetof(CSTAEvent_t, heap), 1328u);
    EXPECT_EQ(sizeof(ATTEvent_t), 3112u);
}
#endif

// Two enums share the prefix EC_; both sets must be there side by side.
TEST(TsapiAbi, ExtensionClassesDoNotHideCauses) {
    EXPECT_EQ(EC_BUSY, 3);
    EXPECT_EQ(EC_DATA, 4);
    EXPECT_EQ(EC_CALL_BACK, 4);
    EXPECT_EQ(ATT_REDIRECT_NETWORK, 1);
}

}  // namespace
}  // namespace ctiengine::tsapi_abi_test
