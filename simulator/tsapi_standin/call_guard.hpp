#pragma once
#include "simulator/tsapi_standin/trace.hpp"
#include "tsapi-worker/tsapi/abi/acs.h"

#include <exception>
#include <new>

namespace ctiengine::tsapi_standin {

/// Runs the body of an exported function: no exception may reach a C program.
template <class Body>
RetCode_t guarded(Body&& body) noexcept {
    try {
        return body();
    } catch (const std::bad_alloc&) {
        return ACSERR_NOBUFFERS;
    } catch (const std::exception& failure) {
        trace("%s", failure.what());
        return ACSERR_NORESOURCE;
    }
}

}  // namespace ctiengine::tsapi_standin
