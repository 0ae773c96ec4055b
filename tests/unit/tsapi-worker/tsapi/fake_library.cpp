#include "tests/unit/tsapi-worker/tsapi/fake_notes.hpp"

#include <cstring>
#include <stdexcept>

namespace ctiengine::tsapi::test {
namespace {

FakeLibrary* instance = nullptr;

RetCode_t get_event(ACSHandle_t, void* buffer, unsigned short* size, PrivateData_t* data, unsigned short*) {
    auto& fake = FakeLibrary::current();
    ++fake.reads;
    if (fake.events.empty()) return ACSERR_BADHDL;
    const auto event = fake.events.front();
    if (event.event_bytes > *size) {
        *size = static_cast<unsigned short>(event.event_bytes);
        return ACSERR_UBUFSMALL;
    }
    if (event.private_bytes > data->length) return ACSERR_UBUFSMALL;  // and the size stays
    std::memset(buffer, event.fill, event.event_bytes);
    *size = static_cast<unsigned short>(event.event_bytes);
    std::memset(data->data, event.fill, event.private_bytes);
    data->length = static_cast<unsigned short>(event.private_bytes);
    fake.events.pop_front();
    return ACSPOSITIVE_ACK;
}

const char* acs_name(ACSUniversalFailure_t failure) {
    return failure == TSERVER_STREAM_FAILED ? "TSERVER_STREAM_FAILED" : "SOME_ACS_FAILURE";
}
const char* csta_name(CSTAUniversalFailure_t failure) {
    return failure == GENERIC_UNSPECIFIED ? "GENERIC_UNSPECIFIED" : "SOME_CSTA_FAILURE";
}

}  // namespace

FakeLibrary::FakeLibrary() {
    if (instance) throw std::logic_error("one fake library at a time");
    instance = this;
}

FakeLibrary::~FakeLibrary() {
    instance = nullptr;
}

FakeLibrary& FakeLibrary::current() {
    return *instance;
}

TsapiFunctions FakeLibrary::functions() const {
    TsapiFunctions functions;
    functions.acsGetEventBlock = &get_event;
    functions.acsErrorString = &acs_name;
    functions.cstaErrorString = &csta_name;
    set_csta_functions(functions);
    set_att_functions(functions);
    return functions;
}

}  // namespace ctiengine::tsapi::test
