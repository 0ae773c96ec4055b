#include "license-svc/weblm/weblm_client.hpp"

#include "common/logging/log.hpp"

#include <boost/asio/cancellation_type.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/this_coro.hpp>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace ctiengine::license {

WeblmClient::WeblmClient(
    WeblmClientSettings settings,
    Providers providers,
    const Clock& clock,
    Sleeper& sleeper,
    LicenceServerEvents& events
)
    : settings_(std::move(settings)),
      providers_(std::move(providers)),
      clock_(clock),
      sleeper_(sleeper),
      events_(events),
      lease_({providers_.size(), settings_.misfit_pause}, settings_.jitter, clock.now()) {
    if (providers_.empty()) throw std::invalid_argument("a client of no licence server");
}

// ---------------------------------------------------------------- asking

Task<void> WeblmClient::run() {
    while (const auto step = lease_.next()) {
        if (clock_.now() < step->due) {
            co_await sleep_until_something_is_due(step->due);
            check_deadline();
            continue;
        }
        const auto sent = clock_.now();
        const auto answer = co_await ask(*step);
        const auto state = co_await boost::asio::this_coro::cancellation_state;
        if (state.cancelled() != boost::asio::cancellation_type::none) co_return;
        const bool clear = take(sent, answer);
        if (clear) co_await describe(step->server);
    }
    logging::error("the licence server is not asked any more: {}", status_.last_error);
}

Task<void> WeblmClient::sleep_until_something_is_due(Time due) {
    co_await sleeper_.until(std::min(due, lease_.deadline().value_or(due)));
}

Task<Result<weblm::Response>> WeblmClient::ask(Lease::Step step) {
    const auto began = clock_.now();
    const auto verb = step.verb;
    auto request = request_for(step);
    auto answer = co_await exchange(std::move(step), request);
    answer = checked(request, std::move(answer));
    const auto outcome = answer ? weblm::to_string(answer->code) : to_string(answer.error().code);
    events_.exchanged(verb, outcome, clock_.now() - began);
    co_return answer;
}

/// A server that lets us wait does not make a lease longer: at our deadline nobody waits for it any more.
Task<Result<weblm::Response>> WeblmClient::exchange(Lease::Step step, weblm::Request request) {
    using namespace boost::asio::experimental::awaitable_operators;
    auto& provider = *providers_[step.server];
    status_.server = provider.name();
    const auto deadline = lease_.deadline();
    if (!deadline) co_return co_await provider.exchange(std::move(request));
    auto first = co_await (provider.exchange(std::move(request)) || sleeper_.until(*deadline));
    if (first.index() == 0) co_return std::get<0>(std::move(first));
    if (clock_.now() < *deadline) {
        Error stopped{Errc::Cancelled, "stopped while waiting for the licence server"};
        co_return stopped;
    }
    Error late{Errc::DeadlineExceeded, "the lease ran out before the licence server answered"};
    co_return late;
}

Task<void> WeblmClient::describe(std::size_t server) {
    Lease::Step step{weblm::Verb::Describe, server, {}, {}};
    const auto answer = co_await ask(std::move(step));
    if (!answer || answer->code != weblm::ResultCode::Ok) co_return;  // the licence does not depend on it
    status_.product = answer->product;
    status_.features = answer->grants;
    status_.remote_agents.reset();
    for (const auto& feature : status_.features) {
        if (feature.keyword == kRemoteAgents) status_.remote_agents = feature.capacity;
    }
}

Task<void> WeblmClient::release() {
    auto step = lease_.release();
    if (!step) co_return;
    lease_.given_back();
    const auto answer = co_await ask(std::move(*step));
    if (answer && answer->code == weblm::ResultCode::Ok) {
        logging::info("the licence server {} got its licences back", status_.server);
        co_return;
    }
    const auto why = answer ? std::string(weblm::to_string(answer->code)) : answer.error().detail;
    logging::warn("the licence server {} keeps ours until the lease ends: {}", status_.server, why);
}

weblm::Request WeblmClient::request_for(const Lease::Step& step) const {
    weblm::Request request;
    request.request_id = settings_.new_request_id();
    request.client = settings_.client;
    request.verb = step.verb;
    request.session = step.session;
    if (step.verb == weblm::Verb::Acquire || step.verb == weblm::Verb::Renew)
        request.features = features_of(settings_.demand);
    return request;
}

/// A server that could not read the request does not know its id either.
Result<weblm::Response> WeblmClient::checked(const weblm::Request& request, Result<weblm::Response> answer)
    const {
    if (!answer) return answer;
    const bool unread = answer->request_id.empty() && (answer->code == weblm::ResultCode::BadRequest ||
                                                       answer->code == weblm::ResultCode::Unsupported);
    if (unread || answer->request_id == request.request_id) return answer;
    return Error{
        Errc::ProtocolViolation,
        "the answer belongs to another request; does something between here and the server keep answers?"};
}

// ---------------------------------------------------------------- what became of it

/// True when the server has said clearly what it gives.
bool WeblmClient::take(Time sent, const Result<weblm::Response>& answer) {
    bool clear = false;
    if (!answer) {
        lease_.failed(sent, clock_.now());
        failed(answer.error().detail);
    } else {
        status_.server_id = answer->server_id;
        const auto verdict = verdict_of(settings_.demand, *answer);
        lease_.answered(sent, clock_.now(), verdict, *answer);
        react(verdict, *answer);
        clear = verdict.ruling == Ruling::Granted || verdict.ruling == Ruling::Denied;
    }
    check_deadline();
    return clear;
}

void WeblmClient::react(const Verdict& verdict, const weblm::Response& response) {
    if (verdict.ruling == Ruling::Granted) return granted(verdict, response);
    if (verdict.ruling == Ruling::Unusable || verdict.ruling == Ruling::AskAnew) return failed(verdict.why);
    status_.last_error = verdict.why;
    if (verdict.ruling != Ruling::Denied) alarm(status_.server + ": " + verdict.why);
    if (!lease_.deadline()) tell_denied(verdict.why);
}

void WeblmClient::granted(const Verdict& verdict, const weblm::Response& response) {
    if (!status_.last_error.empty()) logging::info("the licence server {} grants again", status_.server);
    status_.last_error.clear();
    status_.granted = verdict.entitlement;
    status_.last_success = clock_.wall_now();
    status_.held = response.grants;
    standing_ = Standing::Granted;
    if (verdict.partial) {
        alarm(verdict.why);
    } else {
        alarm_.clear();
    }
    events_.granted(verdict.entitlement, response.server_time);
}

void WeblmClient::failed(std::string why) {
    why = status_.server + ": " + why;
    if (why != status_.last_error) logging::warn("licence server {}", why);
    status_.last_error = std::move(why);
    const auto next = lease_.next();
    const bool at_once = next && next->due <= clock_.now();  // another server, or a fresh Acquire
    if (!lease_.deadline() && !at_once) tell_lapsed(status_.last_error);
}

void WeblmClient::check_deadline() {
    if (!lease_.run_out(clock_.now())) return;
    tell_lapsed(status_.last_error.empty() ? "the lease ran out before it was renewed" : status_.last_error);
}

void WeblmClient::tell_denied(const std::string& why) {
    if (standing_ == Standing::Denied && why == told_) return;
    standing_ = Standing::Denied;
    told_ = why;
    events_.denied(why);
}

void WeblmClient::tell_lapsed(const std::string& why) {
    if (standing_ == Standing::Lapsed && why == told_) return;
    standing_ = Standing::Lapsed;
    told_ = why;
    events_.lapsed(why);
}

void WeblmClient::alarm(const std::string& sentence) {
    if (std::exchange(alarm_, sentence) != sentence) events_.alarm(sentence);
}

// ---------------------------------------------------------------- status

WeblmStatus::WallTime WeblmClient::wall(Time moment) const {
    return clock_.wall_now() +
           std::chrono::duration_cast<WeblmStatus::WallTime::duration>(moment - clock_.now());
}

WeblmStatus WeblmClient::status() const {
    auto status = status_;
    status.session = lease_.session();
    if (const auto next = lease_.next()) status.next_request = wall(next->due);
    if (const auto deadline = lease_.deadline()) {
        status.lease_end = wall(*deadline);
    } else {
        status.granted.reset();
        status.held.clear();
    }
    return status;
}

}  // namespace ctiengine::license
