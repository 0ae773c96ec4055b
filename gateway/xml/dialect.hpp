#pragma once
#include "gateway/xml/device_forms.hpp"
#include "gateway/xml/namespaces.hpp"

namespace ctiengine::gateway {

/// How one session wants its messages written; every writer asks it. Belongs to the session's strand.
struct Dialect {
    Edition edition = Edition::Ed3;
    DeviceForms forms;
    bool numbered_events = false;  ///< events carry EventId (the client sent EventResume)
};

}  // namespace ctiengine::gateway
