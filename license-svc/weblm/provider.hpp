#pragma once
#include "common/result/result.hpp"
#include "common/tasks/task.hpp"
#include "common/weblm_messages/messages.hpp"

#include <string>

namespace ctiengine::license {

/// The way to one licence server.
class Provider {
  public:
    virtual ~Provider() = default;

    /// Asks, and waits for the answer for a limited time of its own. One request at a time; resumes on the
    /// caller's executor and never blocks it. An answer keeps the limits of weblm/messages.hpp, whether it
    /// grants or refuses. Errors say what was wrong and what to do:
    ///   NotConnected       nobody is there, or it is out of service for now
    ///   DeadlineExceeded   no answer in time
    ///   Io                 TLS or the connection failed
    ///   InvalidSettings    the way is set up wrongly (authority, address)
    ///   Refused            who listens there is not to be trusted
    ///   others             an answer that is none
    virtual Task<Result<weblm::Response>> exchange(weblm::Request request) = 0;

    /// Where it is, for people: an address.
    virtual std::string name() const = 0;
};

}  // namespace ctiengine::license
