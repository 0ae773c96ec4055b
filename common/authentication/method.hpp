#pragma once
#include "common/identity/identity.hpp"
#include "common/result/result.hpp"

#include <string_view>

namespace ctiengine::authentication {

/// One way to prove who one is.
class Method {
  public:
    virtual ~Method() = default;

    /// As in AUTHENTICATION.
    virtual std::string_view name() const = 0;

    /// Do the credentials hold what this method looks at? Cheap.
    virtual bool is_presented(const identity::Credentials& credentials) const = 0;

    /// Blocks: on a thread of its pool, several at a time. Errors as identity::Authenticator.
    virtual Result<identity::Identity> check(const identity::Credentials& credentials) = 0;
};

}  // namespace ctiengine::authentication
