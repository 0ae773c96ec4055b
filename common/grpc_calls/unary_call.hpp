#pragma once
#include "common/tasks/task.hpp"

#include <grpcpp/client_context.h>

#include <functional>
#include <memory>

namespace ctiengine {

/// Starts the call on gRPC's callback interface, e.g.
/// `[call](auto* context, auto done) { call->stub->async()->Get(context, &call->request, &call->response,
/// done); }`.
using StartUnary = std::function<void(grpc::ClientContext* context, std::function<void(grpc::Status)> done)>;

/// One unary call, awaited. Resumes on the caller's executor, whose io_context runs until the call has ended.
/// Cancelled, it cancels the call and still gives its status. `call` owns request, response and stub; it
/// lives until the status is here, and so never dies on a gRPC thread. The context has a deadline.
Task<grpc::Status> unary_call(
    std::shared_ptr<grpc::ClientContext> context, std::shared_ptr<void> call, StartUnary start
);

}  // namespace ctiengine
