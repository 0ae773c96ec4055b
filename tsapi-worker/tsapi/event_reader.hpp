#pragma once
#include "tsapi-worker/tsapi/tsapi_functions.hpp"

#include <cstddef>
#include <vector>

namespace ctiengine::tsapi {

/// Reads the events of one stream, waiting for each; belongs to the thread that pumps.
///
/// The library writes only the used part of an event and puts lists behind it, so the buffer is bytes, not a
/// struct; what next() shows is valid until the next call. Too small a buffer (ACSERR_UBUFSMALL) loses
/// nothing: the buffer that was too small grows and the event is asked for again.
class EventReader {
  public:
    /// First sizes are for tests; 64 KiB is as much as the API can say.
    EventReader(
        const TsapiFunctions& library,
        ACSHandle_t handle,
        std::size_t event_bytes = 8192,
        std::size_t private_bytes = ATT_MAX_PRIVATE_DATA
    );

    /// Waits for the next event. ACSPOSITIVE_ACK: event() and private_data() are it. Anything else is the end
    /// of the stream.
    RetCode_t next();

    const CSTAEvent_t& event() const { return *reinterpret_cast<const CSTAEvent_t*>(event_.data()); }
    ATTPrivateData_t& private_data() { return *reinterpret_cast<ATTPrivateData_t*>(private_.data()); }

  private:
    using Storage = std::vector<std::max_align_t>;
    static void resize(Storage& storage, std::size_t bytes) {
        storage.resize((bytes + sizeof(std::max_align_t) - 1) / sizeof(std::max_align_t));
    }
    bool grow(std::size_t needed);

    const TsapiFunctions& library_;
    ACSHandle_t handle_;
    std::size_t event_bytes_;
    std::size_t private_bytes_;
    Storage event_;
    Storage private_;
};

}  // namespace ctiengine::tsapi
