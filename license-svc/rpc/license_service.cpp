#include "license-svc/rpc/license_service.hpp"

#include "common/logging/log.hpp"
#include "license-svc/rpc/mode_message.hpp"
#include "license-svc/rpc/verdict_words.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>

namespace ctiengine::license {
namespace {

namespace asio = boost::asio;

constexpr std::size_t kLongestName = 256;  // bytes of a holder's name, an incarnation, a seat key
constexpr std::int64_t kLeaseSeconds = 30;
constexpr ServedStream<v1::HolderMessage, v1::LicenseMessage>::Limits kLimits{20000, std::chrono::seconds(5)};

bool fits(const std::string& name) {
    return !name.empty() && name.size() <= kLongestName;
}

bool is_good(const v1::Hello& hello) {
    return fits(hello.holder()) && fits(hello.incarnation()) &&
           std::all_of(hello.seat_keys().begin(), hello.seat_keys().end(), fits);
}

v1::Seat::State state_of(SeatView::State state) {
    switch (state) {
        case SeatView::State::Held: return v1::Seat::HELD;
        case SeatView::State::Lingering: return v1::Seat::LINGERING;
        case SeatView::State::Suspect: return v1::Seat::SUSPECT;
    }
    return v1::Seat::HELD;
}

}  // namespace

LicenseService::LicenseService(Parts parts) : parts_(std::move(parts)) {}

std::int64_t LicenseService::wall() const {
    return std::chrono::system_clock::to_time_t(parts_.clock.wall_now());
}

grpc::ServerBidiReactor<v1::HolderMessage, v1::LicenseMessage>* LicenseService::Hold(
    grpc::CallbackServerContext* context
) {
    Served::Handlers handlers;
    handlers.message = [this](const Stream& stream, const v1::HolderMessage& message) {
        on_message(stream, message);
    };
    handlers.closed = [this](const Stream& stream) { on_closed(stream); };
    auto stream = std::make_shared<Served>(parts_.home, context, std::move(handlers), kLimits);
    asio::post(parts_.home, [this, stream] {
        streams_.emplace(stream, Talk{});
        if (stopping_) stream->finish({grpc::StatusCode::UNAVAILABLE, "license-svc is stopping"});
    });
    stream->start();
    return stream.get();
}

void LicenseService::on_message(const Stream& stream, const v1::HolderMessage& message) {
    const auto now = parts_.clock.now();
    auto& talk = streams_[stream];
    talk.heard = now;
    if (message.has_hello()) return on_hello(stream, message.seq(), message.hello());
    if (talk.holder.name.empty()) {
        return stream->finish({grpc::StatusCode::FAILED_PRECONDITION, "the first message has to be Hello"});
    }
    const auto holder = talk.holder;
    parts_.seats.keep_alive(holder, now);
    if (message.has_acquire()) return on_acquire(stream, holder, message.seq(), message.acquire());
    if (message.has_release()) on_release(holder, message.release());
    if (message.has_goodbye()) parts_.seats.goodbye(holder);
    acknowledge(stream, message.seq());
}

void LicenseService::on_closed(const Stream& stream) {
    const auto talk = streams_.extract(stream);
    if (!talk || talk.mapped().holder.name.empty()) return;
    logging::info("gateway {} is not connected any more", talk.mapped().holder.name);
    parts_.seats.lost(talk.mapped().holder);
}

void LicenseService::on_hello(const Stream& stream, std::uint64_t seq, const v1::Hello& hello) {
    auto& talk = streams_[stream];
    if (!is_good(hello) || !talk.holder.name.empty()) {
        return stream->finish(
            {grpc::StatusCode::INVALID_ARGUMENT,
             "Hello comes once, with a name, an incarnation and seat keys of 1 to 256 bytes"}
        );
    }
    const HolderId holder{hello.holder(), hello.incarnation()};
    end_other_streams_of(holder);
    talk.holder = holder;
    const auto now = parts_.clock.now();
    parts_.seats.hello(holder, now);
    parts_.seats.resync(holder, {hello.seat_keys().begin(), hello.seat_keys().end()}, now);
    logging::info("gateway {} is here with {} seats", holder.name, hello.seat_keys_size());
    v1::LicenseMessage message;
    message.set_acknowledged(seq);
    auto& welcome = *message.mutable_welcome();
    welcome.set_epoch(parts_.epoch);
    welcome.set_lease_seconds(kLeaseSeconds);
    *welcome.mutable_mode() = mode_message(parts_.modes.status());
    stream->send(std::move(message));
}

/// A gateway that comes back while its old stream still hangs; or two that carry one name, which is a mistake
/// of who installed them.
void LicenseService::end_other_streams_of(const HolderId& holder) {
    for (auto& [stream, talk] : streams_) {
        if (talk.holder.name != holder.name) continue;
        if (talk.holder != holder) {
            logging::warn(
                "another process calls itself gateway {}: if both run, give each its own GATEWAYNAME",
                holder.name
            );
        }
        talk.holder = {};
        stream->finish({grpc::StatusCode::ABORTED, "a gateway of this name attached again"});
    }
}

void LicenseService::on_acquire(
    const Stream& stream, const HolderId& holder, std::uint64_t seq, const v1::Acquire& acquire
) {
    auto& seats = parts_.seats;
    const auto grant =
        fits(acquire.seat_key())
            ? seats.acquire(holder, acquire.seat_key(), acquire.op(), parts_.clock.now(), wall())
            : Grant::NotStored;
    v1::LicenseMessage message;
    message.set_acknowledged(seq);
    auto& verdict = *message.mutable_verdict();
    verdict.set_op(acquire.op());
    verdict.set_outcome(outcome_of(grant));
    verdict.set_why(verdict_words(grant, parts_.modes.status(), seats.in_use()));
    stream->send(std::move(message));
    if (grant == Grant::Granted) return;
    logging::info("no seat for {} of gateway {}: {}", acquire.seat_key(), holder.name, verdict.why());
}

void LicenseService::on_release(const HolderId& holder, const v1::Release& release) {
    parts_.seats.release(
        holder, release.seat_key(), release.op(), std::chrono::seconds(release.linger_seconds()),
        parts_.clock.now()
    );
}

void LicenseService::acknowledge(const Stream& stream, std::uint64_t seq) {
    v1::LicenseMessage message;
    message.set_acknowledged(seq);
    stream->send(std::move(message));
}

void LicenseService::mode_changed() {
    parts_.seats.set_limit(parts_.modes.status().entitlement.seats);
    v1::LicenseMessage message;
    *message.mutable_mode() = mode_message(parts_.modes.status());
    for (const auto& [stream, talk] : streams_) {
        if (!talk.holder.name.empty()) stream->send(message);
    }
}

std::size_t LicenseService::holders() const {
    return static_cast<std::size_t>(std::count_if(streams_.begin(), streams_.end(), [](const auto& each) {
        return !each.second.holder.name.empty();
    }));
}

void LicenseService::stop() {
    stopping_ = true;
    for (const auto& [stream, talk] : streams_)
        stream->finish({grpc::StatusCode::UNAVAILABLE, "license-svc is stopping"});
}

grpc::ServerUnaryReactor* LicenseService::GetStatus(
    grpc::CallbackServerContext* context, const v1::GetStatusRequest*, v1::LicenseStatus* response
) {
    auto* reactor = context->DefaultReactor();
    asio::post(parts_.home, [this, reactor, response] {
        fill(*response);
        reactor->Finish(grpc::Status::OK);
    });
    return reactor;
}

void LicenseService::fill(v1::LicenseStatus& status) const {
    const auto& mode = parts_.modes.status();
    *status.mutable_mode() = mode_message(mode);
    status.set_why(mode.why);
    status.set_grace_left_seconds(mode.grace_left);
    status.set_in_use(static_cast<std::uint32_t>(parts_.seats.in_use()));
    status.set_most_in_use_today(static_cast<std::uint32_t>(parts_.seats.most_in_use()));
    status.set_time(wall());
    std::map<std::string, std::uint32_t> count;
    for (const auto& view : parts_.seats.view()) {
        auto& seat = *status.add_seats();
        seat.set_key(view.seat.key);
        seat.set_holder(view.seat.holder.name);
        seat.set_since(view.seat.since);
        seat.set_state(state_of(view.state));
        ++count[view.seat.holder.name];
        if (view.state == SeatView::State::Suspect) status.set_recovering(true);
    }
    for (const auto& [stream, talk] : streams_) {
        if (talk.holder.name.empty()) continue;
        auto& holder = *status.add_holders();
        holder.set_name(talk.holder.name);
        holder.set_seats(count[talk.holder.name]);
        const auto ago = parts_.clock.now() - talk.heard;
        holder.set_heard_seconds_ago(std::chrono::duration_cast<std::chrono::seconds>(ago).count());
    }
    if (parts_.fill_status) parts_.fill_status(status);
}

}  // namespace ctiengine::license
