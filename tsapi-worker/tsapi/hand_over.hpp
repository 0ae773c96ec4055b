#pragma once
#include "tsapi-worker/tsapi/switch_stream.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <condition_variable>
#include <mutex>
#include <vector>

namespace ctiengine::tsapi {

/// Passes messages from the pump's thread to one executor, in order, many at a time. When the executor falls
/// `bound` messages behind, push() waits: the library then queues, and AE Services feels it. Nothing is
/// dropped.
class HandOver : public std::enable_shared_from_this<HandOver> {
  public:
    HandOver(boost::asio::any_io_executor executor, SwitchListener listener, std::size_t bound = 10000);

    /// Any thread but the executor's. False = closed, the message is gone.
    bool push(SwitchMessage&& message);

    /// On the executor: the listener is not called any more, push() waits no more.
    void close();

  private:
    void deliver();

    boost::asio::any_io_executor executor_;
    SwitchListener listener_;
    std::size_t bound_;
    std::mutex mutex_;
    std::condition_variable taken_;
    std::vector<SwitchMessage> waiting_;
    bool closed_ = false;
};

}  // namespace ctiengine::tsapi
