#include "tsapi-worker/tsapi/request_calls.hpp"

namespace ctiengine::tsapi {
namespace {

/// A request without an overload of perform() does not compile.
struct Perform {
    const LibraryCall& call;

    template <class Request>
    Refusal operator()(const Request& request) const {
        return perform(call, request);
    }
    Refusal operator()(const csta::Request& request) const { return std::visit(*this, request); }
};

}  // namespace

Refusal call_request(const OpenHandle& stream, std::uint32_t invoke_id, const SwitchRequest& request) {
    const LibraryCall call{stream, static_cast<InvokeID_t>(invoke_id)};
    return std::visit(Perform{call}, request);
}

}  // namespace ctiengine::tsapi
