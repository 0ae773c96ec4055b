#pragma once
#include "common/csta/requests.hpp"

#include <string>

namespace ctiengine::gateway {

struct RouteRegister {
    csta::Device routeing_device;  ///< empty = every device that has no registration of its own
    bool operator==(const RouteRegister&) const = default;
};

struct RouteRegisterCancel {
    std::string register_id;
    bool operator==(const RouteRegisterCancel&) const = default;
};

/// RouteSelect, or RouteEnd and RouteReject, of one registration. The session's table turns `register_id`
/// into the routeing device; empty = the session has only one.
template <class Answer>
struct OfRegistration {
    std::string register_id;
    Answer answer;
    bool operator==(const OfRegistration&) const = default;
};

}  // namespace ctiengine::gateway
