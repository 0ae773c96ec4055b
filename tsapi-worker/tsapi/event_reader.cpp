#include "tsapi-worker/tsapi/event_reader.hpp"

#include <algorithm>
#include <cstring>

namespace ctiengine::tsapi {
namespace {

constexpr std::size_t kMostBytes = 65535;  // both lengths are unsigned short
constexpr std::size_t kPrivateHead = offsetof(ATTPrivateData_t, data);

}  // namespace

EventReader::EventReader(
    const TsapiFunctions& library, ACSHandle_t handle, std::size_t event_bytes, std::size_t private_bytes
)
    : library_(library), handle_(handle), event_bytes_(event_bytes), private_bytes_(private_bytes) {
    // Never smaller than the structs, so that event() and private_data() are always whole objects.
    resize(event_, std::max(event_bytes_, sizeof(CSTAEvent_t)));
    resize(private_, std::max(kPrivateHead + private_bytes_, sizeof(ATTPrivateData_t)));
}

RetCode_t EventReader::next() {
    for (;;) {
        auto size = static_cast<unsigned short>(event_bytes_);
        private_data().length = static_cast<unsigned short>(private_bytes_);
        auto* data = reinterpret_cast<PrivateData_t*>(private_.data());
        const auto code = library_.acsGetEventBlock(handle_, event_.data(), &size, data, nullptr);
        if (code != ACSERR_UBUFSMALL) return code;
        if (!grow(size)) return code;
    }
}

/// `needed` is the size of the event; unchanged when it was the private data that did not fit.
bool EventReader::grow(std::size_t needed) {
    auto& bytes = needed > event_bytes_ ? event_bytes_ : private_bytes_;
    if (bytes == kMostBytes) return false;
    bytes = std::min(kMostBytes, std::max(needed > event_bytes_ ? needed : 0, bytes * 2));
    resize(event_, std::max(event_bytes_, sizeof(CSTAEvent_t)));
    resize(private_, std::max(kPrivateHead + private_bytes_, sizeof(ATTPrivateData_t)));
    return true;
}

}  // namespace ctiengine::tsapi
