#include "common/result/result.hpp"

#include <stdexcept>

namespace ctiengine {

std::string_view to_string(Errc code) {
    switch (code) {
        case Errc::MalformedXml: return "MalformedXml";
        case Errc::MissingElement: return "MissingElement";
        case Errc::InvalidValue: return "InvalidValue";
        case Errc::UnknownService: return "UnknownService";
        case Errc::ProtocolViolation: return "ProtocolViolation";
        case Errc::TooLarge: return "TooLarge";
        case Errc::Refused: return "Refused";
        case Errc::NotConnected: return "NotConnected";
        case Errc::DeadlineExceeded: return "DeadlineExceeded";
        case Errc::Cancelled: return "Cancelled";
        case Errc::Closed: return "Closed";
        case Errc::Io: return "Io";
        case Errc::InvalidSettings: return "InvalidSettings";
    }
    return "Unknown";
}

void throw_exception_from_error(const Error& error, const boost::source_location&) {
    throw std::logic_error(
        "value() of an error: " + std::string(to_string(error.code)) + ": " + error.detail
    );
}

}  // namespace ctiengine
