#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

/// What make_abi_rows.py makes of the ABI record.
namespace ctiengine::tsapi_abi_test {

struct NumberRow {
    std::string_view name;
    long long actual;
    long long expected;
};

struct TextRow {
    std::string_view name;
    std::string_view actual;
    std::string_view expected;
};

extern const std::vector<NumberRow> kLayoutRows;  ///< sizes, alignments and offsets; empty unless on i386
extern const std::vector<NumberRow> kConstantRows;
extern const std::vector<TextRow> kTextRows;
extern const std::size_t kStaticChecks;    ///< types and prototypes, proven when abi_rows.cpp compiled
extern const std::size_t kUndeclaredRows;  ///< rows of the record about names that no header declares

}  // namespace ctiengine::tsapi_abi_test
