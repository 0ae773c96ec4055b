#include "simulator/ctisim/run_ctisim.hpp"

#include "simulator/ctisim/command_line.hpp"
#include "simulator/ctisim/control_client.hpp"
#include "simulator/ctisim/truth_tables.hpp"

#include <ostream>

namespace ctiengine::simulator {
namespace {

constexpr int kDone = 0;
constexpr int kRefused = 1;
constexpr int kUsage = 2;
constexpr int kNotReachable = 3;

void print(const Invocation& asked, nlohmann::json answer, std::ostream& out) {
    const bool truth = asked.command.value("do", "") == "truth";
    if (asked.as_json) {
        if (truth) answer.erase("ok");
        out << (asked.view.empty() ? answer : answer[asked.view]).dump(2) << '\n';
    } else {
        out << (truth ? truth_tables(answer, asked.view) : plain_answer(answer));
    }
}

}  // namespace

int run_ctisim(
    int argc,
    const char* const* argv,
    const std::string& default_address,
    std::ostream& out,
    std::ostream& err
) {
    const auto line = parse_line(argc, argv, default_address);
    if (line.end) {
        (line.end->status == kDone ? out : err) << line.end->text;
        return line.end->status;
    }
    const auto& asked = *line.invocation;
    const auto address = parse_control_address(asked.address);
    if (!address) {
        err << "ctisim: " << address.error().detail << '\n';
        return kUsage;
    }
    auto answer = ask_switch(*address, asked.command);
    if (!answer) {
        err << "ctisim: no switch-sim at " << asked.address << ": " << answer.error().detail << '\n';
        return kNotReachable;
    }
    if (!answer->value("ok", false)) {
        err << "ctisim: refused: " << answer->value("why", "") << " (failure " << answer->value("failure", 0)
            << ")\n";
        if (asked.as_json) out << answer->dump(2) << '\n';
        return kRefused;
    }
    print(asked, *answer, out);
    return kDone;
}

}  // namespace ctiengine::simulator
