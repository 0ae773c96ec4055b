#include "simulator/ctisim/truth_tables.hpp"

#include <algorithm>
#include <vector>

namespace ctiengine::simulator {
namespace {

using nlohmann::json;
using Row = std::vector<std::string>;

std::string shown(const json& value) {
    if (value.is_null()) return "-";
    if (!value.is_string()) return value.dump();
    const auto text = value.get<std::string>();
    return text.empty() ? "-" : text;
}

std::string table(const std::string& title, const std::vector<Row>& rows) {
    std::vector<std::size_t> widths(rows.front().size(), 0);
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
    }
    std::string text = title + "\n";
    for (const auto& row : rows) {
        std::string line = " ";
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += " " + row[i] + std::string(widths[i] - row[i].size(), ' ') + " ";
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

/// A list of objects as a table of the given keys; `none` when the list is empty.
std::string table_of(
    const json& truth, const std::string& list, const std::vector<std::string>& keys, const std::string& none
) {
    const auto entries = truth.value(list, json::array());
    if (entries.empty()) return none + "\n";
    std::vector<Row> rows{keys};
    for (const auto& entry : entries) {
        auto& row = rows.emplace_back();
        for (const auto& key : keys) row.push_back(shown(entry.value(key, json())));
    }
    return table(list, rows);
}

std::string calls_table(const json& truth) {
    const auto calls = truth.value("calls", json::array());
    if (calls.empty()) return "no calls\n";
    std::vector<Row> rows{{"callId", "device", "state", "calling", "called", "ucid"}};
    for (const auto& call : calls) {
        for (const auto& party : call.value("connections", json::array())) {
            rows.push_back(
                {shown(call.value("callId", json())), shown(party.value("device", json())),
                 shown(party.value("state", json())), shown(call.value("calling", json())),
                 shown(call.value("called", json())), shown(call.value("ucid", json()))}
            );
        }
    }
    return table("calls", rows);
}

std::string one_view(const json& truth, const std::string& view) {
    if (view == "calls") return calls_table(truth);
    if (view == "stations") return table_of(truth, view, {"extension", "name"}, "no stations");
    if (view == "skills") {
        return table_of(
            truth, view, {"extension", "name", "agentsLoggedIn", "agentsAvailable", "queue"}, "no skills"
        );
    }
    if (view == "monitors") {
        return table_of(truth, view, {"device", "callId", "crossRefId", "stream"}, "no monitors");
    }
    if (view == "streams") {
        return table_of(
            truth, view, {"stream", "tlink", "login", "application", "privateData", "peer"}, "no streams"
        );
    }
    return table_of(
        truth, "agents", {"agentId", "extension", "state", "workMode", "reasonCode", "talkState"},
        "no agent is logged in"
    );
}

}  // namespace

std::string truth_tables(const json& truth, const std::string& view) {
    if (!view.empty()) return one_view(truth, view);
    std::string text;
    for (const auto* part : {"calls", "agents", "monitors", "streams"}) text += one_view(truth, part);
    return text + "system status: " + shown(truth.value("systemStatus", json())) + "\n";
}

std::string plain_answer(const json& answer) {
    std::string text;
    for (const auto& [key, value] : answer.items()) {
        if (key != "ok") text += key + ": " + shown(value) + "\n";
    }
    return text.empty() ? "done\n" : text;
}

}  // namespace ctiengine::simulator
