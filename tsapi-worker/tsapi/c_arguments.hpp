#pragma once
#include "common/csta/requests.hpp"
#include "tsapi-worker/tsapi/refusal.hpp"
#include "tsapi-worker/tsapi/tsapi_functions.hpp"

namespace ctiengine::tsapi {

/// Makes the C copies of what a request names and remembers the first text that does not fit, so that a call
/// checks once, after its last argument.
class CArguments {
  public:
    void put(DeviceID_t& to, const csta::Device& from);
    void put(ConnectionID_t& to, const csta::Connection& from);
    void put_agent(AgentID_t& to, const std::string& from);
    /// The message never repeats the password.
    void put_password(AgentPassword_t& to, const std::string& from);
    /// `from` must be from `first` to `last`, else `what` is refused.
    void put_number(const char* what, short& to, std::int32_t from, std::int32_t first, std::int32_t last);

    /// Empty = everything fits.
    const Refusal& refusal() const { return refusal_; }

  private:
    void complain(const char* what, const std::string& text, std::size_t size);
    Refusal refusal_;
};

}  // namespace ctiengine::tsapi
