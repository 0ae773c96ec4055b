#include "common/grpc_calls/unary_call.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/associated_cancellation_slot.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

#include <utility>

namespace ctiengine {
namespace {

namespace asio = boost::asio;

/// What has to live until the status is here; it dies where the handler runs.
template <class Handler>
struct Waiting {
    Handler handler;
    std::shared_ptr<grpc::ClientContext> context;
    std::shared_ptr<void> call;
    asio::executor_work_guard<asio::any_io_executor> work;
};

struct Initiate {
    template <class Handler>
    void operator()(
        Handler handler,
        std::shared_ptr<grpc::ClientContext> context,
        std::shared_ptr<void> call,
        const StartUnary& start
    ) const {
        const asio::any_io_executor executor = asio::get_associated_executor(handler);
        auto slot = asio::get_associated_cancellation_slot(handler);
        if (slot.is_connected()) {
            slot.assign([weak = std::weak_ptr(context)](asio::cancellation_type) {
                if (auto running = weak.lock()) running->TryCancel();
            });
        }
        auto* const raw = context.get();
        auto waiting = std::make_shared<Waiting<Handler>>(Waiting<Handler>{
            std::move(handler), std::move(context), std::move(call), asio::make_work_guard(executor)});
        start(raw, [executor, waiting = std::move(waiting)](grpc::Status status) mutable {
            asio::post(executor, [waiting = std::move(waiting), status = std::move(status)]() mutable {
                auto resume = std::move(waiting->handler);
                waiting.reset();
                std::move(resume)(std::move(status));
            });
        });
    }
};

}  // namespace

Task<grpc::Status> unary_call(
    std::shared_ptr<grpc::ClientContext> context, std::shared_ptr<void> call, StartUnary start
) {
    co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, void(grpc::Status)>(
        Initiate{}, asio::use_awaitable, std::move(context), std::move(call), std::move(start)
    );
}

}  // namespace ctiengine
