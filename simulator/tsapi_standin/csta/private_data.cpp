#include "simulator/tsapi_standin/csta/private_data.hpp"

#include <cstddef>
#include <cstring>

namespace ctiengine::tsapi_standin {

bool attach_private_data(wire::Frame& frame, const PrivateData_t* private_data) {
    if (private_data == nullptr || private_data->length == 0) return true;
    const auto vendor_size = strnlen(private_data->vendor, sizeof private_data->vendor);
    if (vendor_size == 0 || vendor_size > wire::kMaxVendorBytes) return false;
    frame.vendor.assign(private_data->vendor, vendor_size);
    // The program's array goes on beyond the one byte that the struct declares.
    const auto* data = reinterpret_cast<const std::uint8_t*>(private_data) + offsetof(PrivateData_t, data);
    frame.private_data.assign(data, data + private_data->length);
    return true;
}

}  // namespace ctiengine::tsapi_standin
