#include "admin/cli/license_words.hpp"

#include "admin/cli/output.hpp"

#include <ctime>
#include <vector>

namespace ctiengine::admin {
namespace {

namespace v1 = license::v1;
using Rows = std::vector<std::vector<std::string>>;

constexpr std::int64_t kDay = 86400;
constexpr std::int64_t kHour = 3600;

std::string mode_word(const v1::LicenseMode& mode) {
    std::string word = mode.mode() == v1::MODE_LICENSED ? "licensed"
                       : mode.mode() == v1::MODE_GRACE  ? "grace"
                                                        : "unlicensed";
    if (mode.source() == v1::SOURCE_FILE) word += " by the licence file";
    if (mode.source() == v1::SOURCE_WEBLM) word += " by the licence server";
    return word;
}

std::string time_text(std::int64_t seconds) {
    if (seconds == 0) return "never";
    const std::time_t time = seconds;
    std::tm parts{};
    ::localtime_r(&time, &parts);
    char text[32];
    return {text, std::strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S", &parts)};
}

std::string duration_text(std::int64_t seconds) {
    if (seconds >= 2 * kDay) return std::to_string(seconds / kDay) + " days";
    if (seconds >= 2 * kHour) return std::to_string(seconds / kHour) + " hours";
    return std::to_string(seconds / 60) + " minutes";
}

std::string users_text(const v1::LicenseStatus& status) {
    auto text = std::to_string(status.in_use()) + " of " + std::to_string(status.mode().seats());
    text += ", most today " + std::to_string(status.most_in_use_today());
    if (status.recovering()) text += "; just started, gateways are telling whom they serve";
    return text;
}

std::string state_word(v1::Seat::State state) {
    if (state == v1::Seat::LINGERING) return "kept, the user is gone";
    return state == v1::Seat::SUSPECT ? "of before the start" : "at work";
}

void add_server(Rows& rows, const v1::LicenseStatus& status) {
    const auto& server = status.server();
    if (server.address().empty()) {
        rows.push_back({"licence server", "none is asked"});
        return;
    }
    rows.push_back(
        {"licence server",
         shown(server.address() + (server.server_id().empty() ? "" : ", " + server.server_id()))}
    );
    rows.push_back({"last granted", time_text(status.last_success())});
    if (server.lease_end() != 0) rows.push_back({"lease until", time_text(server.lease_end())});
    if (server.next_request() != 0) rows.push_back({"next request", time_text(server.next_request())});
    if (server.remote_agents() != 0)
        rows.push_back({"remote agents", std::to_string(server.remote_agents()) + " (reported only)"});
    if (!server.last_error().empty()) rows.push_back({"last error", shown(server.last_error())});
}

}  // namespace

bool is_well(const v1::LicenseStatus& status) {
    return status.mode().mode() == v1::MODE_LICENSED && status.in_use() < status.mode().seats();
}

std::string status_text(const v1::LicenseStatus& status) {
    Rows rows{{"mode", mode_word(status.mode())}};
    rows.push_back({"users", users_text(status)});
    rows.push_back({"call center", status.mode().call_center() ? "on" : "off"});
    if (status.mode().mode() == v1::MODE_GRACE)
        rows.push_back({"grace left", duration_text(status.grace_left_seconds())});
    rows.push_back({"gateways", std::to_string(status.holders_size())});
    if (status.file().present())
        rows.push_back({"licence file", shown(status.file().path() + ", " + status.file().code())});
    if (!status.file().present()) add_server(rows, status);
    if (!status.why().empty()) rows.push_back({"because", shown(status.why())});
    return table_text(rows);
}

std::string holders_text(const v1::LicenseStatus& status) {
    Rows gateways{{"GATEWAY", "USERS", "HEARD"}};
    for (const auto& holder : status.holders()) {
        gateways.push_back(
            {shown(holder.name()), std::to_string(holder.seats()),
             std::to_string(holder.heard_seconds_ago()) + " s ago"}
        );
    }
    Rows users{{"USER", "GATEWAY", "SINCE", "STATE"}};
    for (const auto& seat : status.seats()) {
        users.push_back(
            {shown(seat.key()), shown(seat.holder()), time_text(seat.since()), state_word(seat.state())}
        );
    }
    return table_text(gateways) + "\n" + table_text(users);
}

std::string explain_text(const v1::LicenseStatus& status) {
    auto text = "The engine is " + mode_word(status.mode()) + ": " + std::to_string(status.mode().seats()) +
                " users may work at once, " + std::to_string(status.in_use()) + " do.\n";
    if (!status.why().empty()) text += "Why: " + shown(status.why()) + "\n";
    if (status.mode().mode() == v1::MODE_GRACE) {
        text += "In " + duration_text(status.grace_left_seconds()) + " five users in all may work.\n";
    }
    Rows features{{"KEYWORD", "ASKED", "GRANTED", "CAPACITY", "IN USE", "EXPIRES"}};
    for (const auto& feature : status.server().features()) {
        const auto number = [&](std::uint32_t value) {
            return feature.counted() ? std::to_string(value) : std::string(value == 0 ? "off" : "on");
        };
        features.push_back(
            {shown(feature.keyword()), feature.requested() == 0 ? "" : std::to_string(feature.requested()),
             feature.granted() == 0 ? "-" : number(feature.granted()), number(feature.capacity()),
             feature.counted() ? std::to_string(feature.in_use()) : "not counted", shown(feature.expires())}
        );
    }
    if (features.size() > 1) text += "\n" + table_text(features) + "\n";
    if (status.advice().empty()) return text + "There is nothing to do.\n";
    text += "What to do:\n";
    for (const auto& advice : status.advice()) text += "  - " + shown(advice) + "\n";
    return text;
}

}  // namespace ctiengine::admin
