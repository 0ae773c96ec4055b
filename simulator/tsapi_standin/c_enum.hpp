#pragma once
#include <cstring>
#include <type_traits>

namespace ctiengine::tsapi_standin {

/// The number in an enumeration that a C program filled, which may be none of its values: reading that as the
/// enumeration is undefined in C++.
template <class Enum>
int number_in(const Enum& value) {
    static_assert(std::is_enum_v<Enum> && sizeof(Enum) == sizeof(int));
    int number = 0;
    std::memcpy(&number, &value, sizeof number);
    return number;
}

/// The number lies between two values of the enumeration, these included.
template <class Enum>
bool within(const Enum& value, Enum lowest, Enum highest) {
    return number_in(value) >= static_cast<int>(lowest) && number_in(value) <= static_cast<int>(highest);
}

}  // namespace ctiengine::tsapi_standin
