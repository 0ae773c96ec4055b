#pragma once
#include "license-svc/weblm/provider.hpp"
#include "tests/fakes/license_client/manual_sleeper.hpp"
#include "tests/unit/license-svc/weblm/answers.hpp"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace ctiengine::license::testing {

/// A licence server that answers as the test says, and remembers what it was asked.
struct ScriptedServer {
    using Answer = std::function<Result<weblm::Response>(const weblm::Request&)>;

    explicit ScriptedServer(std::string address) : name(std::move(address)) {}

    std::string name;
    Answer answer = [](const weblm::Request&) { return grant_of(); };  ///< to all but Describe
    Answer description = [](const weblm::Request&) { return refusal(weblm::ResultCode::NoLicense); };
    std::chrono::seconds delay{0};  ///< before each answer
    bool echo = true;               ///< the answer gets the id of the request
    std::vector<weblm::Request> asked{};

    void say(const weblm::Response& response) {
        answer = [response](const weblm::Request&) { return response; };
    }
    void fail(Errc code, std::string detail) {
        answer = [error = Error{code, std::move(detail)}](const weblm::Request&) -> Result<weblm::Response> {
            return error;
        };
    }
    void be_down() { fail(Errc::NotConnected, "nobody is there"); }

    std::vector<weblm::Request> asked_for(weblm::Verb verb) const {
        std::vector<weblm::Request> some;
        for (const auto& request : asked) {
            if (request.verb == verb) some.push_back(request);
        }
        return some;
    }
};

class ScriptedProvider final : public Provider {
  public:
    ScriptedProvider(ScriptedServer& server, const Clock& clock, Sleeper& sleeper)
        : server_(server), clock_(clock), sleeper_(sleeper) {}

    Task<Result<weblm::Response>> exchange(weblm::Request request) override {
        server_.asked.push_back(request);
        const auto ready = clock_.now() + server_.delay;
        co_await sleeper_.until(ready);
        if (clock_.now() < ready) {
            Error stopped{Errc::Cancelled, "stopped"};
            co_return stopped;
        }
        const auto& script = request.verb == weblm::Verb::Describe ? server_.description : server_.answer;
        auto response = script(request);
        if (response && server_.echo) response->request_id = request.request_id;
        co_return response;
    }
    std::string name() const override { return server_.name; }

  private:
    ScriptedServer& server_;
    const Clock& clock_;
    Sleeper& sleeper_;
};

}  // namespace ctiengine::license::testing
