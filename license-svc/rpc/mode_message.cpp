#include "license-svc/rpc/mode_message.hpp"

namespace ctiengine::license {
namespace {

v1::Mode mode_of(Mode mode) {
    switch (mode) {
        case Mode::Licensed: return v1::MODE_LICENSED;
        case Mode::Grace: return v1::MODE_GRACE;
        case Mode::Unlicensed: return v1::MODE_UNLICENSED;
    }
    return v1::MODE_UNSPECIFIED;
}

v1::Source source_of(Source source) {
    switch (source) {
        case Source::File: return v1::SOURCE_FILE;
        case Source::WebLM: return v1::SOURCE_WEBLM;
        case Source::None: return v1::SOURCE_NONE;
    }
    return v1::SOURCE_NONE;
}

}  // namespace

v1::LicenseMode mode_message(const ModeStatus& status) {
    v1::LicenseMode message;
    message.set_mode(mode_of(status.mode));
    message.set_source(source_of(status.source));
    message.set_seats(status.entitlement.seats);
    message.set_call_center(status.entitlement.call_center);
    return message;
}

}  // namespace ctiengine::license
