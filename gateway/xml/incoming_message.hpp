#pragma once
#include "common/result/result.hpp"
#include "common/xml_scan/scan.hpp"
#include "gateway/xml/namespaces.hpp"

#include <pugixml.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace ctiengine::gateway {

/// One message of a client: scanned, parsed, not yet understood. Readers match elements by local name, in any
/// order, and pass over what they do not know; only the root's namespace is looked at.
class IncomingMessage {
  public:
    /// Errors: MalformedXml and TooLarge (from the strict scan), UnknownService for a root element in a
    /// namespace that no CSTA client uses.
    static Result<IncomingMessage> parse(std::string_view xml, const xml_scan::ScanLimits& limits = {});

    /// Local name of the root element, e.g. "MakeCall": what a dispatcher looks up.
    std::string_view name() const { return name_; }

    /// Namespace of the root; empty = none, or its prefix is not declared.
    std::string_view namespace_uri() const { return namespace_; }

    /// The edition an answer is written in while there is no session.
    Edition answer_edition() const { return edition_from(namespace_).value_or(Edition::Ed3); }

    /// For the readers of this room.
    pugi::xml_node root() const { return document_.document_element(); }

  private:
    explicit IncomingMessage(pugi::xml_document document);

    pugi::xml_document document_;
    std::string_view name_;       // points into document_
    std::string_view namespace_;  // the same
};

/// `CommandId` (urn:ctiengine:1) in the private data of a request: 1 to 64 characters; repeating it returns
/// the first answer. Empty = the client gave none. InvalidValue for another length.
Result<std::optional<std::string>> command_id(const IncomingMessage& message);

/// The error for a root element that no reader serves.
Error unknown_service(const IncomingMessage& message);

}  // namespace ctiengine::gateway
