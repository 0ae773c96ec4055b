#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

namespace ctiengine::tcp_server {

/// How many connections a process may have, over all of its ports, and their numbers. Any thread.
class Admission : public std::enable_shared_from_this<Admission> {
  public:
    /// A connection's place; given back when it is destroyed.
    class Ticket {
      public:
        Ticket(std::shared_ptr<Admission> from, std::size_t already)
            : from_(std::move(from)), already_(already), number_(++from_->last_number_) {}
        ~Ticket() {
            if (from_) --from_->now_;
        }
        Ticket(Ticket&&) noexcept = default;
        Ticket(const Ticket&) = delete;
        Ticket& operator=(const Ticket&) = delete;
        Ticket& operator=(Ticket&&) = delete;

        /// Counts from 1 in this process; for log lines.
        std::uint64_t number() const { return number_; }

        /// There are as many connections as there may be: this one is turned away.
        bool busy() const { return already_ >= from_->most_; }

        /// So many are being turned away that this one is not even told.
        bool flooded() const { return already_ >= from_->most_ + kToldBusy; }

      private:
        std::shared_ptr<Admission> from_;
        std::size_t already_;
        std::uint64_t number_;
    };

    explicit Admission(std::size_t most) : most_(most) {}

    Ticket enter() { return Ticket(shared_from_this(), now_++); }

  private:
    static constexpr std::size_t kToldBusy = 64;

    const std::size_t most_;
    std::atomic<std::size_t> now_{0};
    std::atomic<std::uint64_t> last_number_{0};
};

}  // namespace ctiengine::tcp_server
