#include "tests/unit/gateway/xml/requests_under_test.hpp"

#include "tests/unit/gateway/xml/request_tables.hpp"

#include <iterator>
#include <ostream>

namespace ctiengine::gateway::test {
namespace {

std::vector<RequestUnderTest> all_rows() {
    std::vector<RequestUnderTest> rows;
    for (auto* part : {session_rows, call_rows, call_movement_rows, device_rows, routeing_rows}) {
        auto more = part();
        std::move(more.begin(), more.end(), std::back_inserter(rows));
    }
    return rows;
}

}  // namespace

const std::vector<RequestUnderTest>& requests_under_test() {
    static const auto kRows = all_rows();
    return kRows;
}

void PrintTo(const RequestUnderTest& row, std::ostream* out) {
    *out << row.name;
}

}  // namespace ctiengine::gateway::test
