#include "tests/fakes/schema_validator/schema_validator.hpp"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include <memory>
#include <stdexcept>

namespace ctiengine::test {
namespace {

template <auto Release>
struct Releaser {
    template <class T>
    void operator()(T* object) const {
        Release(object);
    }
};
template <class T, auto Release>
using Owned = std::unique_ptr<T, Releaser<Release>>;

using Document = Owned<xmlDoc, xmlFreeDoc>;
using Parser = Owned<xmlParserCtxt, xmlFreeParserCtxt>;
using Schema = Owned<xmlSchema, xmlSchemaFree>;
using SchemaParser = Owned<xmlSchemaParserCtxt, xmlSchemaFreeParserCtxt>;
using Validator = Owned<xmlSchemaValidCtxt, xmlSchemaFreeValidCtxt>;

#if LIBXML_VERSION >= 21200
using ErrorPointer = const xmlError*;
#else
using ErrorPointer = xmlError*;
#endif

void collect_fault(void* faults, ErrorPointer error) {
    auto& text = *static_cast<std::string*>(faults);
    text += "line " + std::to_string(error->line) + ": " + (error->message ? error->message : "?\n");
}

Schema load_schema() {
    xmlInitParser();
    std::string faults;
    SchemaParser parser(xmlSchemaNewParserCtxt(CTIENGINE_SCHEMA));
    xmlSchemaSetParserStructuredErrors(parser.get(), collect_fault, &faults);
    Schema schema(xmlSchemaParse(parser.get()));
    if (!schema) throw std::runtime_error(std::string(CTIENGINE_SCHEMA) + " does not load: " + faults);
    return schema;
}

std::string as_edition_3(std::string_view text) {
    static constexpr std::string_view kEdition =
        "http://www.ecma-international.org/standards/ecma-323/csta/ed";
    std::string changed(text);
    for (auto at = changed.find(kEdition); at != std::string::npos; at = changed.find(kEdition, at + 1)) {
        auto& digit = changed[at + kEdition.size()];
        if (digit >= '4' && digit <= '6') digit = '3';
    }
    return changed;
}

}  // namespace

std::optional<std::string> validate(std::string_view text) {
    static const Schema kSchema = load_schema();
    const auto message = as_edition_3(text);
    Parser parser(xmlNewParserCtxt());
    Document document(xmlCtxtReadMemory(
        parser.get(), message.data(), static_cast<int>(message.size()), nullptr, nullptr,
        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
    ));
    if (!document) {
        const auto* error = xmlCtxtGetLastError(parser.get());
        return std::string("not XML: ") + (error && error->message ? error->message : "?");
    }
    std::string faults;
    Validator validator(xmlSchemaNewValidCtxt(kSchema.get()));
    xmlSchemaSetValidStructuredErrors(validator.get(), collect_fault, &faults);
    const int outcome = xmlSchemaValidateDoc(validator.get(), document.get());
    if (outcome == 0) return std::nullopt;
    return faults.empty() ? "invalid, libxml2 gives no reason" : faults;
}

}  // namespace ctiengine::test
