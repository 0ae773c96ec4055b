#pragma once

#include "simulator/switch/model/timeline.hpp"

#include <boost/asio/steady_timer.hpp>

namespace ctiengine::simulator {

/// Lets a timeline follow the host's clock. Runs on the thread of the model.
class TimelineDriver {
  public:
    TimelineDriver(const boost::asio::any_io_executor& executor, Timeline& timeline);
    ~TimelineDriver();
    TimelineDriver(const TimelineDriver&) = delete;
    TimelineDriver& operator=(const TimelineDriver&) = delete;

    /// No timer runs any more.
    void stop();

  private:
    void arm();

    Timeline& timeline_;
    std::chrono::steady_clock::time_point start_;
    boost::asio::steady_timer timer_;
};

}  // namespace ctiengine::simulator
