#pragma once
#include "simulator/weblm/licence/example_licence.hpp"
#include "simulator/weblm/model/license_server.hpp"
#include "tests/fakes/manual_clock/manual_clock.hpp"

#include <string>

namespace ctiengine::weblm_sim {

inline constexpr auto kUsers = "VALUE_AESO_OPEN_USERS";
inline constexpr auto kHaUsers = "VALUE_AESO_OPEN_HA_USERS";
inline constexpr auto kBase = "FEAT_AESO_BASE";

/// The example licence with nobody else at it: 100 users.
inline Licence unused_licence() {
    auto licence = example_licence();
    for (auto& feature : licence.features) feature.used_by_others = 0;
    return licence;
}

/// A server with a clock of the test's.
struct ServerFixture {
    ServerFixture() : server(settings(), clock, [this] { return "s-" + std::to_string(++sessions); }) {
        server.install(unused_licence());
    }

    static ServerSettings settings() {
        ServerSettings settings;
        settings.host_id = "08-00-27-08-BC-E4";
        settings.most_clients = 3;
        settings.most_answers = 4;
        return settings;
    }

    weblm::Request request(weblm::Verb verb, const std::string& client = "a") {
        weblm::Request request;
        request.request_id = "r" + std::to_string(++requests);
        request.client = {client, "i1", 1, "CTI_Engine", "4.5", "02-00-00-00-00-01"};
        request.verb = verb;
        return request;
    }

    weblm::Request acquire_request(std::uint32_t seats, const std::string& client = "a") {
        auto wanted = request(weblm::Verb::Acquire, client);
        wanted.features = {{kUsers, seats, false}, {kBase, std::nullopt, false}};
        return wanted;
    }

    weblm::Response acquire(std::uint32_t seats, const std::string& client = "a") {
        return server.answer(acquire_request(seats, client));
    }

    weblm::Response renew(const std::string& session, const std::string& client = "a") {
        auto wanted = request(weblm::Verb::Renew, client);
        wanted.session = session;
        return server.answer(wanted);
    }

    std::uint64_t in_use(const std::string& keyword) {
        for (const auto& use : server.feature_uses()) {
            if (use.feature.keyword == keyword) return use.in_use;
        }
        return 0;
    }

    testing::ManualClock clock;
    int sessions = 0;
    int requests = 0;
    LicenseServer server;
};

}  // namespace ctiengine::weblm_sim
