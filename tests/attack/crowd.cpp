#include "tests/attack/crowd.hpp"

#include "tests/integration/harness/engine_under_test.hpp"
#include "tests/integration/harness/softphone.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace ctiengine::tests {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto kThinkTime = 50ms;      // of a busy agent; paces the load, nothing waits for it
constexpr std::size_t kSamples = 200;  // for a median worth the name

std::string snapshot_of(const std::string& extension) {
    return csta("SnapshotDevice", "<snapshotObject>" + extension + "</snapshotObject>");
}

}  // namespace

std::chrono::microseconds Experience::quantile(double part) const {
    if (latencies.empty()) return {};
    auto sorted = latencies;
    const auto place = static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1));
    std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(place), sorted.end());
    return sorted[place];
}

Crowd::Crowd(std::uint16_t port, int size, Proof proof) : proof_(std::move(proof)) {
    for (int number = 0; number < size; ++number) {
        phones_.emplace_back([this, port, number] { work(port, number); });
    }
    const auto end = Clock::now() + 20s * patience();
    while (logged_in_ < size && Clock::now() < end) std::this_thread::sleep_for(5ms);
    if (logged_in_ < size) throw std::runtime_error("not all softphones could log in");
}

Crowd::~Crowd() {
    stopping_ = true;
}

void Crowd::work(std::uint16_t port, int number) {
    const auto extension = std::to_string(4001 + number);
    const auto other = std::to_string(4101 + number);
    try {
        Softphone phone(port);
        phone.log_in(extension, proof_(extension));
        ++logged_in_;
        const auto timed = [&](const std::function<Received()>& request) {
            const auto begin = Clock::now();
            auto answer = request();
            note(std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin));
            if (answer.root() == "CSTAErrorCode") fail(extension + " was refused: " + answer.text);
            return answer;
        };
        for (int round = 0; !stopping_; ++round) {
            timed([&] { return phone.request(snapshot_of(extension)); });
            if (round % 5 == 0) {
                const auto made = timed([&] { return phone.make_call(other); });
                timed([&] { return phone.clear_connection(made.at("callingDevice/callID")); });
            }
            std::this_thread::sleep_for(kThinkTime);
        }
    } catch (const std::exception& error) {
        fail(extension + ": " + error.what());
    }
}

void Crowd::note(std::chrono::microseconds latency) {
    const std::lock_guard hold(mutex_);
    seen_.latencies.push_back(latency);
}

void Crowd::fail(const std::string& what) {
    const std::lock_guard hold(mutex_);
    seen_.failures.push_back(what);
}

Experience Crowd::during(const std::function<void()>& what) {
    {
        const std::lock_guard hold(mutex_);
        seen_.latencies.clear();
    }
    what();
    const auto end = Clock::now() + 20s * patience();
    for (;;) {
        {
            const std::lock_guard hold(mutex_);
            if (seen_.latencies.size() >= kSamples || !seen_.failures.empty() || Clock::now() > end) {
                return std::exchange(seen_, {});
            }
        }
        std::this_thread::sleep_for(5ms);
    }
}

}  // namespace ctiengine::tests
