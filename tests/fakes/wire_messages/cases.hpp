#pragma once

#include "tests/fakes/wire_messages/pattern.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

/// Every message of pdu_list.inc as a test case.
namespace ctiengine::wire_test {

struct Case {
    const char* name;
    std::uint16_t event_class;  ///< wire::kPrivateClass for Avaya private data
    std::uint16_t type;
    std::size_t size;                     ///< of the struct
    void (*fill)(Filler&, void* object);  ///< object: zeroed memory of that size
    void (*check)(Checker&, const void* object);
};

[[nodiscard]] std::span<const Case> all_cases();

/// The case's struct with patterned content, as bytes of the wire. Fails the test when it cannot be encoded.
[[nodiscard]] std::vector<std::uint8_t> encoded(const Case& message, Amount amount);

inline constexpr Amount kAmounts[] = {Amount::Nothing, Amount::Some, Amount::Most};

}  // namespace ctiengine::wire_test
