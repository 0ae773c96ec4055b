#include "gateway/xml/incoming_message.hpp"

#include "common/xml_scan/document.hpp"
#include "gateway/xml/element_reading.hpp"

#include <utility>

namespace ctiengine::gateway {
namespace {

constexpr std::size_t kCommandIdLimit = 64;

/// The value of the root's xmlns or xmlns:prefix attribute.
std::string_view root_namespace(const pugi::xml_node& root) {
    const std::string_view name = root.name();
    const auto colon = name.find(':');
    if (colon == std::string_view::npos) return root.attribute("xmlns").value();
    return root.attribute(("xmlns:" + std::string(name.substr(0, colon))).c_str()).value();
}

}  // namespace

IncomingMessage::IncomingMessage(pugi::xml_document document)
    : document_(std::move(document)), name_(local_name(root())), namespace_(root_namespace(root())) {}

Result<IncomingMessage> IncomingMessage::parse(std::string_view xml, const xml_scan::ScanLimits& limits) {
    auto document = xml_scan::parse(xml, limits);
    if (!document) return std::move(document).error();
    IncomingMessage message(std::move(*document));
    if (!accepted_on_input(message.namespace_uri())) {
        return Error{
            Errc::UnknownService, std::string(message.name()) + ": the namespace '" +
                                      quotable(message.namespace_uri()) + "' is not one of CSTA; use " +
                                      namespace_of(Edition::Ed3)};
    }
    return message;
}

Result<std::optional<std::string>> command_id(const IncomingMessage& message) {
    const auto element = private_element(message.root(), "CommandId");
    if (!element) return std::optional<std::string>();
    auto text = trimmed_text(element);
    if (text.empty() || text.size() > kCommandIdLimit) {
        return invalid_value(element, "1 to " + std::to_string(kCommandIdLimit) + " characters");
    }
    return std::optional(std::move(text));
}

Error unknown_service(const IncomingMessage& message) {
    return {Errc::UnknownService, quotable(message.name()) + ": no such service is offered"};
}

}  // namespace ctiengine::gateway
