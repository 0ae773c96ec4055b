#pragma once
#include "gateway/xml/common_elements.hpp"

/// What the writers of answers share, inside this room.
namespace ctiengine::gateway {

/// An answer in the namespace of the dialect's edition.
class Response : public MessageBuilder {
  public:
    Response(const char* name, const Dialect& dialect)
        : MessageBuilder(name, namespace_of(dialect.edition)) {}
};

/// The children of `element` so far are of CSTA types, which keep CSTA's namespace inside Avaya's elements.
inline void in_csta_namespace(const ElementWriter& element, const Dialect& dialect) {
    element.set_namespace_of_children(namespace_of(dialect.edition));
}

}  // namespace ctiengine::gateway
