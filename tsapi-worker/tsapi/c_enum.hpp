#pragma once
#include <cstdint>
#include <cstring>

namespace ctiengine::tsapi {

/// The number that a library wrote into an enum. A newer server may send values our headers do not have, and
/// to load such a value as the enum itself is undefined in C++; so enums of the library are read only through
/// this.
template <class Enum>
std::int32_t number_of(const Enum& from) {
    static_assert(sizeof(Enum) == sizeof(std::int32_t));
    std::int32_t number = 0;
    std::memcpy(&number, &from, sizeof(number));
    return number;
}

/// The same as one of our own enums, all of which have a fixed type and so hold any number.
template <class To, class From>
To enum_of(const From& from) {
    return static_cast<To>(number_of(from));
}

}  // namespace ctiengine::tsapi
