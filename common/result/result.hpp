#pragma once
#include <boost/system/result.hpp>

#include <string>
#include <string_view>

namespace ctiengine {

/// What went wrong, in the terms of the whole product. Failures of the switch itself are not here: they are
/// telephony answers (`csta::Failure`), not errors of ours.
enum class Errc {
    MalformedXml = 1,   ///< the text is not XML that we accept
    MissingElement,     ///< a mandatory element is not there
    InvalidValue,       ///< an element holds a value outside its type or range
    UnknownService,     ///< the root element names no service of ours
    ProtocolViolation,  ///< the peer broke the framing rules
    TooLarge,           ///< a message or a queue is over its limit
    Refused,            ///< policy: not allowed for this user, device or state
    NotConnected,       ///< the peer, or the process behind it, is not there
    DeadlineExceeded,   ///< no answer in time; the work may still happen
    Cancelled,          ///< we are stopping
    Closed,             ///< the peer closed the connection politely
    Io,                 ///< socket, file or TLS failure
    InvalidSettings,    ///< a settings file or command line is wrong
};

/// Name of the code as it stands in logs, e.g. "DeadlineExceeded".
std::string_view to_string(Errc code);

/// A failure by value. `detail` is a sentence for the person who reads the log: what, where, and what to do.
/// It goes to a client only where the document of that message says so.
struct Error {
    Errc code;
    std::string detail;
};

/// Either a value or an Error; `if (result) use(*result); else report(result.error());`
template <class T>
using Result = boost::system::result<T, Error>;

/// boost::system::result asks for this when `value()` is called on an error: a mistake of ours, so it throws.
[[noreturn]] void throw_exception_from_error(const Error& error, const boost::source_location& where);

}  // namespace ctiengine
