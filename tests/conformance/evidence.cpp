#include "tests/conformance/evidence.hpp"

#include <gtest/gtest.h>

namespace ctiengine::conformance {
namespace {

std::string full_name(const testing::TestSuite& suite, const testing::TestInfo& test) {
    return std::string(suite.name()) + "." + test.name();
}

/// Did the test of this name run in this process, and pass?
bool passed(const std::string& name) {
    const auto& unit = *testing::UnitTest::GetInstance();
    for (int i = 0; i < unit.total_test_suite_count(); ++i) {
        const auto& suite = *unit.GetTestSuite(i);
        for (int j = 0; j < suite.total_test_count(); ++j) {
            const auto& test = *suite.GetTestInfo(j);
            if (full_name(suite, test) == name) return test.should_run() && test.result()->Passed();
        }
    }
    return false;
}

}  // namespace

void record(Check check, Direction direction, std::string_view message) {
    const auto& unit = *testing::UnitTest::GetInstance();
    evidence().add(
        check, direction, std::string(message),
        full_name(*unit.current_test_suite(), *unit.current_test_info())
    );
}

std::string Evidence::test_of(Check check, Direction direction, const std::string& message) const {
    const auto found = tests_.find({check, direction, message});
    return found != tests_.end() && passed(found->second) ? found->second : std::string();
}

void Evidence::add(Check check, Direction direction, std::string message, std::string test) {
    tests_.try_emplace({check, direction, std::move(message)}, std::move(test));
}

Evidence& evidence() {
    static Evidence all;
    return all;
}

}  // namespace ctiengine::conformance
