#pragma once
#include "license-svc/weblm/licence_server_events.hpp"

#include <string>
#include <utility>
#include <vector>

namespace ctiengine::license::testing {

/// Remembers everything as one line each: "granted 80", "denied …".
class HeardEvents final : public LicenceServerEvents {
  public:
    void granted(const Entitlement& entitlement, std::int64_t) override {
        lines.push_back("granted " + std::to_string(entitlement.seats));
    }
    void denied(const std::string& why) override { lines.push_back("denied " + why); }
    void lapsed(const std::string& why) override { lines.push_back("lapsed " + why); }
    void alarm(const std::string& sentence) override { lines.push_back("alarm " + sentence); }
    void exchanged(weblm::Verb verb, std::string_view outcome, std::chrono::nanoseconds) override {
        exchanges.push_back(std::string(weblm::to_string(verb)) + " " + std::string(outcome));
    }

    std::vector<std::string> take() { return std::exchange(lines, {}); }

    std::vector<std::string> lines;
    std::vector<std::string> exchanges;
};

}  // namespace ctiengine::license::testing
