// The functions of the stand-in libattpriv.so that read: private data of the versions 2 to 9, the items of
// version 1, version lists.
//
// Input: one byte that picks the vendor name, then the private data.
#include "simulator/tsapi_standin/version_list.hpp"
#include "simulator/wire/att.hpp"
#include "simulator/wire/pdu.hpp"
#include "tests/fuzz/input.hpp"
#include "tests/fuzz/oracle.hpp"
#include "tsapi-worker/tsapi/abi/attpriv.h"

#include <algorithm>
#include <cstring>
#include <memory>

namespace ctiengine::fuzz {
namespace {

constexpr const char* kVendors[] = {"ECS", "AT&T Definity G3", "", "another"};

template <class Data>
void set_vendor(Data& data, std::uint8_t pick) {
    const std::string_view vendor = kVendors[pick % std::size(kVendors)];
    std::memcpy(data.vendor, vendor.data(), vendor.size());
}

void check_current(std::uint8_t vendor, Bytes bytes) {
    ATTPrivateData_t data{};
    set_vendor(data, vendor);
    data.length =
        static_cast<unsigned short>(bytes.size());  // may be more than fits: then nothing may be read
    std::copy_n(bytes.begin(), std::min(bytes.size(), sizeof data.data), data.data);
    ATTEvent_t event{};
    if (attPrivateData(&data, &event) != ACSPOSITIVE_ACK) return;
    ATTPrivateData_t encoded{};
    require(
        encodePrivate(event.eventType, &event.u, &encoded) == ACSPOSITIVE_ACK,
        "what was decoded can be encoded"
    );
    ATTEvent_t again{};
    ATTPrivateData_t twice{};
    require(attPrivateData(&encoded, &again) == ACSPOSITIVE_ACK, "what was encoded can be decoded");
    require(again.eventType == event.eventType, "it is the same message");
    require(encodePrivate(again.eventType, &again.u, &twice) == ACSPOSITIVE_ACK, "and encoded again");
    require(std::memcmp(&encoded, &twice, sizeof encoded) == 0, "and says the same");
}

/// The items of version 1, in memory that ends where the data ends.
void check_version1(Bytes bytes) {
    constexpr auto kHead = offsetof(PrivateData_t, data);
    const auto length = std::min<std::size_t>(bytes.size(), 0xffff);
    const auto memory = std::make_unique<std::byte[]>(std::max(kHead + length, sizeof(PrivateData_t)));
    auto* const data = reinterpret_cast<PrivateData_t*>(memory.get());
    data->length = static_cast<unsigned short>(length);
    std::copy_n(bytes.begin(), length, reinterpret_cast<std::uint8_t*>(memory.get()) + kHead);
    const auto* const end = memory.get() + kHead + length;
    for (UINT16 occurrence = 0; occurrence < 3; ++occurrence) {
        const auto* const item = static_cast<std::byte*>(getATTPrivate(ATT_PRIV_UEC, data, occurrence));
        require(
            item == nullptr || (item >= memory.get() + kHead && item <= end), "an item lies inside the data"
        );
    }
}

void check_versions(Bytes bytes) {
    const std::string text(text_of(bytes.first(std::min<std::size_t>(bytes.size(), 64))));
    const auto list = tsapi_standin::VersionList::parse(text);
    if (list) {
        const auto again = tsapi_standin::VersionList::parse(list->text());
        require(again && again->text() == list->text(), "a version list written again says the same", text);
    }
    char requested[65] = {};
    std::copy(text.begin(), text.end(), requested);
    char supported[20] = {};
    const auto length = attMakeVersionString(requested, supported);
    require(
        length < 0 || static_cast<std::size_t>(length) == std::strlen(supported), "the length is the text's"
    );
}

}  // namespace

void run(Bytes bytes) {
    Input input(bytes);
    const auto vendor = input.u8();
    const auto data = input.rest();
    check_current(vendor, data);
    check_version1(data);
    check_versions(data);
}

/// Every private message with zeros as fields, two version lists, an item of version 1.
std::vector<Seed> made_seeds() {
    std::vector<Seed> seeds = {
        {"versions", std::string(
                         "\0"
                         "2-6:8",
                         6
                     )},
        {"versions-all", std::string(
                             "\0"
                             "2-9",
                             4
                         )}};
    for (const auto& info : wire::all_pdus()) {
        if (info.event_class != wire::kPrivateClass) continue;
        const auto object = std::make_unique<std::byte[]>(info.layout->size);
        const auto encoded = wire::encode_att(info.type, object.get());
        require(encoded.has_value(), "zeros can be sent", info.name);
        seeds.push_back({info.name, '\0' + std::string(text_of(*encoded))});
    }
    ATTPrivateData_t items{};
    UserEnteredCode_t code{};
    auto* const data = reinterpret_cast<PrivateData_t*>(&items);
    initATTPrivate(data);
    addATTPrivate(ATT_PRIV_UEC, &code, data);
    seeds.push_back({"version-1", '\1' + std::string(items.data, items.length)});
    return seeds;
}

}  // namespace ctiengine::fuzz
