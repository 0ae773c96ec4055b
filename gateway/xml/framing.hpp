#pragma once
#include "common/result/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace ctiengine::gateway {

/// How one CSTA message stands in one WebSocket message.
enum class Subprotocol {
    CstaXml,  ///< "csta-xml": text, four digits of invoke ID, then the XML
    AnnexJ,   ///< "csta-xml-annexj": binary, the complete frame of ECMA-323 annex J
    Bare,     ///< "csta-xml-bare": text, the XML alone; one request at a time
};

/// The names of Sec-WebSocket-Protocol; the first is our favourite.
inline constexpr std::string_view kSubprotocolNames[] = {"csta-xml", "csta-xml-annexj", "csta-xml-bare"};

std::optional<Subprotocol> subprotocol_from(std::string_view name);
std::string_view to_string(Subprotocol subprotocol);

/// 0 to 9998 ties an answer to its request.
using InvokeId = std::uint16_t;

/// The invoke ID of everything unasked: events, notices and requests of the server.
inline constexpr InvokeId kUnaskedId = 9999;

/// May a client send this message with invoke ID 9999? Only answers to what the server sent unasked:
/// SystemStatusResponse, MonitorStopResponse and CSTAErrorCode; no answer is due to them. Anything else with
/// 9999 is a protocol error: close with kProtocolError.
bool may_be_unasked(std::string_view root_name);

/// Close codes of RFC 6455 for what cannot be answered any more.
inline constexpr std::uint16_t kProtocolError = 1002;
inline constexpr std::uint16_t kUnsupportedData = 1003;
inline constexpr std::uint16_t kInvalidPayload = 1007;

/// A message that is no frame of its subprotocol; the connection is to be closed.
struct FramingFault {
    std::uint16_t close_code = kProtocolError;
    std::string reason;  ///< for the close frame; at most 123 bytes
};

/// One request taken out of its frame; `xml` points into the payload.
struct IncomingFrame {
    std::optional<InvokeId> invoke_id;  ///< empty with csta-xml-bare
    std::string_view xml;
};

/// The framing of one connection. Not thread-safe: belongs to the connection's strand.
class Framing {
  public:
    /// `negotiated` is the subprotocol of the handshake; empty = decide on the first message.
    explicit Framing(std::optional<Subprotocol> negotiated) : subprotocol_(negotiated) {}

    /// Takes one WebSocket message apart. `payload` must outlive the answer. An empty subprotocol is decided
    /// here: binary = annex J, a first digit = csta-xml, '<' or a byte order mark = bare.
    std::variant<IncomingFrame, FramingFault> decode(std::string_view payload, bool binary);

    /// Puts one message into its frame. TooLarge when annex J cannot carry it (65,535 bytes with header).
    Result<std::string> encode(InvokeId invoke_id, std::string xml) const;

    /// Do our frames travel as binary WebSocket messages?
    bool binary() const { return subprotocol() == Subprotocol::AnnexJ; }

    /// csta-xml until something else is known.
    Subprotocol subprotocol() const { return subprotocol_.value_or(Subprotocol::CstaXml); }

  private:
    std::optional<Subprotocol> subprotocol_;
};

}  // namespace ctiengine::gateway
