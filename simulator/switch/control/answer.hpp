#pragma once

#include "simulator/switch/control/commands.hpp"
#include "simulator/switch/plan/json_section.hpp"

#include <map>

namespace ctiengine::simulator {

/// What a command gives back. No Outcome: json takes part in too many conversions for it.
struct Answer {
    Answer(nlohmann::json given) : value(std::move(given)) {}
    Answer(Refusal given) : refusal(std::move(given)) {}
    nlohmann::json value;
    std::optional<Refusal> refusal;
};

/// Arguments are read key by key; a mistake in them is thrown as PlanError.
using Command = Answer (*)(ControlSurroundings&, JsonSection&);
using CommandTable = std::map<std::string, Command>;

constexpr int kDayMs = 24 * 60 * 60 * 1000;

/// A refusal by the control port itself.
[[nodiscard]] Refusal refuse(std::string why);

/// The call ID under "call"; 0: none given.
[[nodiscard]] CallId call_argument(JsonSection& arguments);

/// "up" or "down", "on" or "off": true for the first.
[[nodiscard]] bool one_of(
    JsonSection& arguments, const char* key, const std::string& yes, const std::string& no
);

[[nodiscard]] Answer leg_answer(const Outcome<ConnectionRef>& leg);
[[nodiscard]] Answer call_answer(const Outcome<NewCall>& made);

}  // namespace ctiengine::simulator
