#pragma once
#include "common/identity/identity.hpp"
#include "common/result/result.hpp"
#include "common/tasks/task.hpp"

namespace ctiengine::identity {

/// Finds out who a client is. Implemented by the methods of AUTHENTICATION.
class Authenticator {
  public:
    virtual ~Authenticator() = default;

    /// Any thread; the task resumes on the caller's executor and never blocks it. Errors:
    ///   Refused       wrong or missing credentials. The detail tells the log what was wrong; a client hears
    ///                 the same sentence for an unknown user and for a wrong password.
    ///   NotConnected  the source of keys cannot be reached: try again later
    ///   TooLarge      too many log-ins wait to be checked: try again later
    virtual Task<Result<Identity>> authenticate(Credentials credentials) = 0;

    /// Can these credentials prove anything here without a password in the first message? Cheap, any thread.
    virtual bool takes_tokens() const = 0;
};

}  // namespace ctiengine::identity
