#include "simulator/switch/control/answer.hpp"

namespace ctiengine::simulator {

using nlohmann::json;

Refusal refuse(std::string why) {
    return {GENERIC_OPERATION, std::move(why)};
}

CallId call_argument(JsonSection& arguments) {
    return static_cast<CallId>(arguments.number("call", 0, static_cast<int>(CallTable::kMaxCallId), 0));
}

bool one_of(JsonSection& arguments, const char* key, const std::string& yes, const std::string& no) {
    const auto value = arguments.text(key);
    if (value != yes && value != no) arguments.fail(key, "must be " + yes + " or " + no);
    return value == yes;
}

Answer leg_answer(const Outcome<ConnectionRef>& leg) {
    if (!leg) return leg.error();
    return json{{"callId", leg->call}, {"device", leg->device}};
}

Answer call_answer(const Outcome<NewCall>& made) {
    if (!made) return made.error();
    return json{{"callId", made->connection.call}, {"device", made->connection.device}, {"ucid", made->ucid}};
}

}  // namespace ctiengine::simulator
