#include "simulator/tsapi_standin/attpriv/encode.hpp"

#include <algorithm>

namespace ctiengine::tsapi_standin {

RetCode_t put_private_data(ATTPrivateData_t* to, const std::optional<std::vector<std::uint8_t>>& encoded) {
    if (to == nullptr || !encoded || encoded->size() > sizeof to->data) return ACSERR_BADPARAMETER;
    static_assert(sizeof ECS_VENDOR_STRING <= sizeof to->vendor);
    std::copy_n(ECS_VENDOR_STRING, sizeof ECS_VENDOR_STRING, to->vendor);
    to->length = static_cast<unsigned short>(encoded->size());
    std::copy(encoded->begin(), encoded->end(), to->data);
    return ACSPOSITIVE_ACK;
}

}  // namespace ctiengine::tsapi_standin
