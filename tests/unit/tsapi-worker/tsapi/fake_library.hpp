#pragma once
#include "tsapi-worker/tsapi/tsapi_functions.hpp"

#include <deque>
#include <string>
#include <vector>

namespace ctiengine::tsapi::test {

/// A library made of functions that note how they were called and answer what the test says. C functions have
/// no object, so one instance is current at a time; make it before the code under test, on one thread.
class FakeLibrary {
  public:
    FakeLibrary();
    ~FakeLibrary();
    FakeLibrary(const FakeLibrary&) = delete;
    FakeLibrary& operator=(const FakeLibrary&) = delete;

    /// Every function of the table is set but those that only the stream calls.
    TsapiFunctions functions() const;

    RetCode_t csta_result = ACSPOSITIVE_ACK;  ///< of every csta request
    RetCode_t att_result = ACSPOSITIVE_ACK;   ///< of every att encoder

    /// What acsGetEventBlock has to give; empty = ACSERR_BADHDL.
    struct Queued {
        std::size_t event_bytes = 0;
        std::size_t private_bytes = 0;
        char fill = 0;
    };
    std::deque<Queued> events;
    int reads = 0;

    /// "cstaMakeCall 4001 4002 private", one for each call of a csta function, att calls before it.
    std::vector<std::string> calls;

    static FakeLibrary& current();
};

}  // namespace ctiengine::tsapi::test
