#include "tests/fakes/wire_messages/cases.hpp"

#include "simulator/wire/pdu.hpp"
#include "walkers.hpp"

#include <memory>

namespace ctiengine::wire_test {
namespace {

template <class T>
void fill_as(Filler& filler, void* object) {
    walk(filler, *static_cast<T*>(object));
}

template <class T>
void check_as(Checker& checker, const void* object) {
    walk(checker, *static_cast<T*>(const_cast<void*>(object)));
}

const Case kCases[] = {
#define WIRE_PDU(event_class, number, type) \
    {#number, event_class, number, sizeof(type), fill_as<type>, check_as<type>},
#define WIRE_ATT(number, type) \
    {#number, wire::kPrivateClass, number, sizeof(type), fill_as<type>, check_as<type>},
#include "simulator/wire/pdu_list.inc"
#undef WIRE_ATT
#undef WIRE_PDU
};

}  // namespace

std::span<const Case> all_cases() {
    return kCases;
}

std::vector<std::uint8_t> encoded(const Case& message, Amount amount) {
    Filler filler(amount);
    const auto object = std::make_unique<std::byte[]>(message.size);
    message.fill(filler, object.get());
    std::vector<std::uint8_t> bytes;
    EXPECT_TRUE(wire::encode_pdu(message.event_class, message.type, object.get(), bytes)) << message.name;
    return bytes;
}

}  // namespace ctiengine::wire_test
