#pragma once
#include "tests/unit/gateway/xml/requests_under_test.hpp"

/// The parts that requests_under_test is made of.
namespace ctiengine::gateway::test {

std::vector<RequestUnderTest> session_rows();
std::vector<RequestUnderTest> call_rows();
std::vector<RequestUnderTest> call_movement_rows();
std::vector<RequestUnderTest> device_rows();
std::vector<RequestUnderTest> routeing_rows();

}  // namespace ctiengine::gateway::test
