// The tagged items of private data version 1: little-endian 16-bit encoding and item count, then tag, length
// and value of each item, the value padded to an even length.
#include "simulator/tsapi_standin/c_text.hpp"
#include "tsapi-worker/tsapi/abi/attpriv.h"

#include <cstddef>
#include <cstdint>

using namespace ctiengine::tsapi_standin;

namespace {

constexpr UINT16 kHeadBytes = 4;
constexpr UINT16 kItemHeadBytes = 4;

std::uint8_t* bytes_of(PrivateData_t* priv) {
    return reinterpret_cast<std::uint8_t*>(priv) + offsetof(PrivateData_t, data);
}

UINT16 read16(const std::uint8_t* at) {
    return static_cast<UINT16>(at[0] | at[1] << 8);
}

void write16(std::uint8_t* at, UINT16 value) {
    at[0] = static_cast<std::uint8_t>(value & 0xff);
    at[1] = static_cast<std::uint8_t>(value >> 8);
}

/// Bytes of an item's value; 0: there is no such tag.
UINT16 size_of_item(UINT16 tag) {
    return tag == ATT_PRIV_UEC ? sizeof(UserEnteredCode_t) : 0;
}

UINT16 padded(UINT16 size) {
    return static_cast<UINT16>((size + 1) & ~1);
}

}  // namespace

extern "C" {

void initATTPrivate(PrivateData_t* priv) {
    if (any_null(priv)) return;
    std::memcpy(priv->vendor, ATT_VENDOR_STRING, sizeof ATT_VENDOR_STRING);
    priv->length = kHeadBytes;
    write16(bytes_of(priv), PRIVATE_DATA_ENCODING);
    write16(bytes_of(priv) + 2, 0);
}

// The program's array must have room for the item; unknown tags and a full item area are passed over.
void addATTPrivate(UINT16 itemTag, void* itemPtr, PrivateData_t* priv) {
    const auto size = size_of_item(itemTag);
    if (size == 0 || itemPtr == nullptr || priv == nullptr) return;
    if (priv->length < kHeadBytes || priv->length + kItemHeadBytes + padded(size) > ATT_MAX_PRIVATE_DATA)
        return;
    auto* item = bytes_of(priv) + priv->length;
    write16(item, itemTag);
    write16(item + 2, size);
    std::memset(item + kItemHeadBytes, 0, padded(size));
    std::memcpy(item + kItemHeadBytes, itemPtr, size);
    priv->length = static_cast<unsigned short>(priv->length + kItemHeadBytes + padded(size));
    write16(bytes_of(priv) + 2, static_cast<UINT16>(read16(bytes_of(priv) + 2) + 1));
}

// occ counts from 0. Null when there is no such item.
void* getATTPrivate(UINT16 tag, PrivateData_t* priv, UINT16 occ) {
    if (priv == nullptr || priv->length < kHeadBytes) return nullptr;
    auto* const bytes = bytes_of(priv);
    UINT16 at = kHeadBytes;
    for (unsigned left = read16(bytes + 2); left > 0 && at + kItemHeadBytes <= priv->length; --left) {
        const auto size = read16(bytes + at + 2);
        if (at + kItemHeadBytes + size > priv->length) return nullptr;
        if (read16(bytes + at) == tag && occ-- == 0) return bytes + at + kItemHeadBytes;
        at = static_cast<UINT16>(at + kItemHeadBytes + padded(size));
    }
    return nullptr;
}

}  // extern "C"
