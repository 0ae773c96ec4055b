#include "gateway/license_link/holder_link.hpp"

#include "common/grpc_calls/backoff.hpp"
#include "common/grpc_calls/ordered_stream.hpp"
#include "common/logging/log.hpp"
#include "ctiengine/license/v1/license.grpc.pb.h"
#include "gateway/license_link/holder_words.hpp"
#include "gateway/license_link/seat_counts.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/this_coro.hpp>

#include <algorithm>
#include <atomic>
#include <map>
#include <random>
#include <vector>

namespace ctiengine::gateway {
namespace {

namespace asio = boost::asio;
namespace pb = license::v1;
using namespace std::chrono_literals;
using SteadyTime = std::chrono::steady_clock::time_point;

constexpr auto kLook = 100ms;     // at deadlines
constexpr auto kGoodbye = 500ms;  // for the last message to leave

std::string new_incarnation() {
    std::random_device random;
    return std::to_string(random()) + "-" + std::to_string(random());
}

SeatRefusal not_reachable() {
    return {
        SeatRefusal::Kind::Unavailable,
        "the licence service cannot be reached, so nobody new can log in; try again in a few seconds"};
}

/// A session that waits for its seat. `ready` ends the wait; all of it belongs to the session's executor.
struct Waiter {
    explicit Waiter(const asio::any_io_executor& home) : ready(home, SteadyTime::max()), executor(home) {}

    asio::steady_timer ready;
    asio::any_io_executor executor;
    bool answered = false;
    std::optional<SeatRefusal> refusal;
};

void answer(const std::shared_ptr<Waiter>& waiter, std::optional<SeatRefusal> refusal) {
    asio::post(waiter->executor, [waiter, refusal = std::move(refusal)]() mutable {
        waiter->answered = true;
        waiter->refusal = std::move(refusal);
        waiter->ready.cancel();
    });
}

class HolderLinkImpl final : public HolderLink, public std::enable_shared_from_this<HolderLinkImpl> {
  public:
    HolderLinkImpl(const asio::any_io_executor& executor, HolderLinkSettings settings)
        : strand_(asio::make_strand(executor)),
          settings_(std::move(settings)),
          incarnation_(new_incarnation()),
          backoff_(settings_.first_pause, settings_.longest_pause),
          ended_(strand_),
          pause_(strand_),
          look_(strand_) {}

    Task<void> run() override { return asio::co_spawn(strand_, run_on_strand(), asio::use_awaitable); }
    void stop() override;
    Task<std::optional<SeatRefusal>> acquire(std::string key) override;
    void release(std::string key, std::chrono::seconds linger) override;
    bool call_center() const override { return call_center_.load(std::memory_order_relaxed); }

  private:
    using Stream = OrderedStream<pb::HolderMessage, pb::LicenseMessage>;
    struct Question {
        std::uint64_t op = 0;  ///< 0 = not asked yet
        SteadyTime deadline{};
        std::vector<std::shared_ptr<Waiter>> waiters;
    };
    using Questions = std::map<std::string, Question>;

    Task<void> run_on_strand();
    Task<void> attach_loop();
    Task<void> attach_once();
    Task<void> look_loop();

    void begin(const std::string& key, const std::shared_ptr<Waiter>& waiter);
    void give_up(const std::string& key, const std::shared_ptr<Waiter>& waiter);
    void give_back(const std::string& key, std::chrono::seconds linger);
    void ask(const std::string& key, Question& question);
    void say_hello();
    void send(pb::HolderMessage message);
    void on_message(const pb::LicenseMessage& message);
    void on_welcome(const pb::Welcome& welcome);
    void on_verdict(const pb::Verdict& verdict);
    void take_mode(const pb::LicenseMode& mode);
    void lost(const grpc::Status& why);
    void expire(SteadyTime now);
    void keep_alive(SteadyTime now);
    void end_all(const SeatRefusal& refusal);

    asio::strand<asio::any_io_executor> strand_;
    HolderLinkSettings settings_;
    std::string incarnation_;
    Backoff backoff_;
    std::unique_ptr<pb::License::Stub> stub_;
    std::shared_ptr<Stream> stream_;
    SeatCounts seats_;
    Questions questions_;  // by seat key
    std::uint64_t last_op_ = 0;
    std::uint64_t last_seq_ = 0;
    std::map<std::uint64_t, SteadyTime> sent_;  // not acknowledged: number → when it left
    SteadyTime alive_{};                        // when the last acknowledged message left
    SteadyTime spoke_{};
    bool attached_ = false;
    bool stopping_ = false;
    std::string state_;
    std::atomic<bool> call_center_{true};
    asio::steady_timer ended_;  // cancelled when the stream is over
    asio::steady_timer pause_;
    asio::steady_timer look_;
};

Task<void> HolderLinkImpl::run_on_strand() {
    using namespace asio::experimental::awaitable_operators;
    auto self = shared_from_this();
    co_await (attach_loop() && look_loop());
}

Task<void> HolderLinkImpl::attach_loop() {
    while (!stopping_) {
        co_await attach_once();
        if (stopping_) break;
        pause_.expires_after(backoff_.next());
        co_await pause_.async_wait(as_result);
    }
}

Task<void> HolderLinkImpl::attach_once() {
    auto self = shared_from_this();
    auto channel = settings_.service->channel();
    if (!channel) {
        lost({grpc::StatusCode::UNAVAILABLE, channel.error().detail});
        co_return;
    }
    stub_ = pb::License::NewStub(*channel);
    Stream::Handlers handlers;
    handlers.message = [self](pb::LicenseMessage&& message) { self->on_message(message); };
    handlers.closed = [self](const grpc::Status& why) { self->lost(why); };
    stream_ = std::make_shared<Stream>(strand_, std::move(handlers));
    stream_->start([this](auto* context, auto* reactor) { stub_->async()->Hold(context, reactor); });
    say_hello();
    ended_.expires_at(SteadyTime::max());
    co_await ended_.async_wait(as_result);
}

Task<void> HolderLinkImpl::look_loop() {
    while (!stopping_) {
        look_.expires_after(kLook);
        co_await look_.async_wait(as_result);
        const auto now = std::chrono::steady_clock::now();
        expire(now);
        if (stream_) keep_alive(now);
    }
}

// ---- what sessions ask

Task<std::optional<SeatRefusal>> HolderLinkImpl::acquire(std::string key) {
    auto self = shared_from_this();
    const auto executor = co_await asio::this_coro::executor;
    auto waiter = std::make_shared<Waiter>(executor);
    asio::post(strand_, [self, key, waiter] { self->begin(key, waiter); });
    co_await waiter->ready.async_wait(as_result);
    if (waiter->answered) co_return waiter->refusal;
    asio::post(strand_, [self, key, waiter] { self->give_up(key, waiter); });  // the session is over
    co_return not_reachable();
}

void HolderLinkImpl::begin(const std::string& key, const std::shared_ptr<Waiter>& waiter) {
    if (stopping_) return answer(waiter, not_reachable());
    if (seats_.join(key)) return answer(waiter, std::nullopt);
    auto [place, fresh] = questions_.try_emplace(key);
    auto& question = place->second;
    question.waiters.push_back(waiter);
    if (!fresh) return;
    question.deadline = std::chrono::steady_clock::now() + settings_.wait_limit;
    if (attached_) ask(key, question);
}

/// Whoever waits no more: if the answer has been given meanwhile, the seat goes back.
void HolderLinkImpl::give_up(const std::string& key, const std::shared_ptr<Waiter>& waiter) {
    const auto found = questions_.find(key);
    if (found != questions_.end() && std::erase(found->second.waiters, waiter) > 0) return;
    asio::post(waiter->executor, [self = shared_from_this(), key, waiter] {
        if (waiter->answered && !waiter->refusal) self->release(key, 0s);
    });
}

void HolderLinkImpl::release(std::string key, std::chrono::seconds linger) {
    asio::post(strand_, [self = shared_from_this(), key = std::move(key), linger] {
        if (self->seats_.leave(key)) self->give_back(key, linger);
    });
}

void HolderLinkImpl::give_back(const std::string& key, std::chrono::seconds linger) {
    if (!attached_) return;  // the next Hello does not name it
    pb::HolderMessage message;
    auto& release = *message.mutable_release();
    release.set_op(++last_op_);
    release.set_seat_key(key);
    release.set_linger_seconds(static_cast<std::uint32_t>(linger.count()));
    send(std::move(message));
}

// ---- the stream

void HolderLinkImpl::ask(const std::string& key, Question& question) {
    question.op = ++last_op_;
    question.deadline =
        std::min(question.deadline, std::chrono::steady_clock::now() + settings_.answer_limit);
    pb::HolderMessage message;
    message.mutable_acquire()->set_op(question.op);
    message.mutable_acquire()->set_seat_key(key);
    send(std::move(message));
}

void HolderLinkImpl::say_hello() {
    last_seq_ = 0;
    sent_.clear();
    alive_ = std::chrono::steady_clock::now();
    pb::HolderMessage message;
    auto& hello = *message.mutable_hello();
    hello.set_holder(settings_.holder);
    hello.set_incarnation(incarnation_);
    for (auto& key : seats_.keys()) hello.add_seat_keys(std::move(key));
    send(std::move(message));
}

void HolderLinkImpl::send(pb::HolderMessage message) {
    if (!stream_) return;
    message.set_seq(++last_seq_);
    spoke_ = std::chrono::steady_clock::now();
    sent_.emplace(last_seq_, spoke_);
    stream_->send(std::move(message));
}

void HolderLinkImpl::on_message(const pb::LicenseMessage& message) {
    const auto acknowledged = sent_.find(message.acknowledged());
    if (acknowledged != sent_.end()) {
        alive_ = acknowledged->second;
        sent_.erase(sent_.begin(), std::next(acknowledged));
    }
    if (message.has_welcome()) on_welcome(message.welcome());
    if (message.has_verdict()) on_verdict(message.verdict());
    if (message.has_mode()) take_mode(message.mode());
    if (stopping_ && sent_.empty() && stream_) stream_->abandon();  // the goodbye has arrived
}

void HolderLinkImpl::on_welcome(const pb::Welcome& welcome) {
    attached_ = true;
    backoff_.reset();
    state_.clear();
    logging::info("licence service: attached, start {} of it", welcome.epoch());
    take_mode(welcome.mode());
    for (auto& [key, question] : questions_) ask(key, question);
}

void HolderLinkImpl::on_verdict(const pb::Verdict& verdict) {
    const auto found = std::find_if(questions_.begin(), questions_.end(), [&](const auto& each) {
        return each.second.op == verdict.op();
    });
    const bool granted = verdict.outcome() == pb::OUTCOME_GRANTED;
    if (found == questions_.end()) return;  // given up: the seat went back already
    const auto key = found->first;
    auto waiters = std::move(found->second.waiters);
    questions_.erase(found);
    for (const auto& waiter : waiters) {
        if (granted) seats_.granted(key);
        answer(waiter, refusal_of(verdict));
    }
    if (granted && waiters.empty()) give_back(key, 0s);
}

void HolderLinkImpl::take_mode(const pb::LicenseMode& mode) {
    logging::info("licence: {}", words_of(mode));
    call_center_.store(mode.call_center(), std::memory_order_relaxed);
}

void HolderLinkImpl::lost(const grpc::Status& why) {
    stream_.reset();
    sent_.clear();
    attached_ = false;
    for (auto& [key, question] : questions_) question.op = 0;
    auto state = "waiting for license-svc at " + settings_.service->address() + ": " + why.error_message();
    if (state != state_ && !stopping_) logging::warn("licence service: {}; users who work go on", state);
    state_ = std::move(state);
    if (stopping_) pause_.cancel();
    ended_.cancel();
}

void HolderLinkImpl::expire(SteadyTime now) {
    for (auto place = questions_.begin(); place != questions_.end();) {
        if (now < place->second.deadline) {
            ++place;
            continue;
        }
        for (const auto& waiter : place->second.waiters) answer(waiter, not_reachable());
        if (place->second.op != 0) give_back(place->first, 0s);  // the answer may be on its way
        place = questions_.erase(place);
    }
}

void HolderLinkImpl::keep_alive(SteadyTime now) {
    if (now - alive_ > settings_.silence_limit) {
        logging::warn("licence service: it does not answer; the connection is made anew");
        attached_ = false;
        alive_ = now;
        return stream_->abandon();
    }
    if (!attached_ || now - spoke_ < settings_.keep_alive) return;
    pb::HolderMessage message;
    message.mutable_keep_alive();
    send(std::move(message));
}

void HolderLinkImpl::end_all(const SeatRefusal& refusal) {
    for (const auto& [key, question] : questions_) {
        for (const auto& waiter : question.waiters) answer(waiter, refusal);
    }
    questions_.clear();
}

void HolderLinkImpl::stop() {
    asio::post(strand_, [self = shared_from_this()] {
        if (std::exchange(self->stopping_, true)) return;
        self->end_all(not_reachable());
        self->pause_.cancel();
        self->look_.cancel();
        if (!self->stream_) return;
        pb::HolderMessage message;
        message.mutable_goodbye();
        self->send(std::move(message));
        self->pause_.expires_after(kGoodbye);
        self->pause_.async_wait([self](boost::system::error_code) {
            if (self->stream_) self->stream_->abandon();
        });
    });
}

}  // namespace

std::shared_ptr<HolderLink> HolderLink::make(
    boost::asio::any_io_executor executor, HolderLinkSettings settings
) {
    return std::make_shared<HolderLinkImpl>(executor, std::move(settings));
}

}  // namespace ctiengine::gateway
