#include "simulator/ctisim/command_line.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <sstream>

namespace ctiengine::simulator {
namespace {

using nlohmann::json;

/// Builds the CLI11 application; each subcommand fills its part of the command.
class Line {
  public:
    explicit Line(const std::string& default_address) {
        app_.require_subcommand(1);
        app_.add_option(
                "--address", invocation_.address, "control port of switch-sim, HOST:PORT (or CTISIM_ADDRESS)"
        )
            ->default_str(default_address);
        app_.add_flag("--json", invocation_.as_json, "print the answer as JSON");
        app_.footer(
            "Exit status: 0 done, 1 refused (the reason is printed), 2 wrong usage, 3 switch-sim not "
            "reachable."
        );
        invocation_.address = default_address;
        add_looking();
        add_persons();
        add_faults();
    }

    ParsedLine parse(int argc, const char* const* argv) {
        try {
            app_.parse(argc, argv);
        } catch (const CLI::ParseError& stopped) {
            std::ostringstream text;
            const int status = app_.exit(stopped, text, text);
            return {std::nullopt, EarlyEnd{status == 0 ? 0 : kUsage, text.str()}};
        }
        if (invocation_.address.empty()) {
            return {
                std::nullopt,
                EarlyEnd{kUsage, "where is switch-sim? Give --address or set CTISIM_ADDRESS\n"}};
        }
        return {std::move(invocation_), std::nullopt};
    }

  private:
    static constexpr int kUsage = 2;

    /// A subcommand that sends `command`.
    CLI::App* add(const std::string& name, const std::string& help, const std::string& command) {
        auto* sub = app_.add_subcommand(name, help);
        sub->fallthrough();
        sub->add_flag("--json", invocation_.as_json, "print the answer as JSON");
        sub->callback([this, command] { invocation_.command["do"] = command; });
        return sub;
    }

    CLI::Option* text(
        CLI::App* sub, const std::string& option, const std::string& key, const std::string& help
    ) {
        auto set = [this, key](const std::string& value) { invocation_.command[key] = value; };
        return sub->add_option_function<std::string>(option, set, help);
    }

    CLI::Option* number(
        CLI::App* sub, const std::string& option, const std::string& key, const std::string& help
    ) {
        auto set = [this, key](const int& value) { invocation_.command[key] = value; };
        return sub->add_option_function<int>(option, set, help);
    }

    CLI::App* add_for_device(const std::string& name, const std::string& help, const std::string& command) {
        auto* sub = add(name, help, command);
        text(sub, "--device", "device", "extension, or a trunk party like T217#1")->required();
        return sub;
    }

    void add_view(const std::string& name, const std::string& help) {
        auto* sub = add(name, help, "truth");
        sub->preparse_callback([this, name](std::size_t) { invocation_.view = name; });
    }

    void add_looking() {
        add("truth", "every call, agent, monitor and stream as the switch sees it", "truth");
        add_view("calls", "the calls");
        add_view("agents", "the agents that are logged in");
        add_view("stations", "the stations");
        add_view("skills", "the skills with their queues");
        add_view("monitors", "the monitors of all streams");
        add_view("streams", "the open TSAPI streams");
    }

    void add_persons() {
        auto* call = add("call", "a call comes in from outside", "call");
        text(call, "--from", "from", "the caller's number; without: the network gives none");
        text(call, "--to", "to", "extension, agent ID or VDN")->required();
        text(call, "--uui", "uui", "user-to-user information");
        text(call, "--digits", "digits", "what the caller types when a VDN asks for digits");
        number(call, "--trunk-group", "trunkGroup", "trunk group; without: the first one");
        number(call, "--patience", "patienceMs", "the caller gives up after this many milliseconds");
        auto* dial = add_for_device("dial", "somebody lifts the handset and dials", "dial");
        text(dial, "--to", "to", "the number; without: dial tone only");
        for (const auto& [name, help] :
             {std::pair{"answer", "somebody answers the ringing telephone"},
              std::pair{"hangup", "somebody hangs up"}, std::pair{"hold", "somebody presses hold"},
              std::pair{"retrieve", "somebody takes a call from hold"}}) {
            number(add_for_device(name, help, name), "--call", "call", "call ID, when there are several");
        }
        add_redirecting();
        add_station_features();
        add_for_device("transfer", "somebody transfers the held call to the active one", "transfer");
        add_for_device("conference", "somebody makes one call of the held and the active one", "conference");
    }

    void add_station_features() {
        auto* forward = add_for_device("forward", "somebody forwards a station's calls", "forward");
        text(forward, "--to", "to", "the number; without: no more");
        text(forward, "--when", "when", "always, busy or noAnswer")
            ->check(CLI::IsMember({"always", "busy", "noAnswer"}));
        const std::vector<std::string> on_off{"on", "off"};
        state(
            add_for_device("sendcalls", "calls go to coverage without ringing", "sendcalls"), on_off,
            "on or off"
        );
        number(
            add_for_device("observe", "a supervisor listens in silently", "observe"), "--call", "call",
            "call ID"
        )
            ->required();
        state(add_for_device("lamp", "the message lamp", "lamp"), on_off, "on or off");
        state(
            add_for_device("station", "a station breaks or works again", "station"), {"in", "out"},
            "in or out"
        );
    }

    void add_redirecting() {
        auto* deflect = add_for_device("deflect", "a ringing call goes to another number instead", "deflect");
        text(deflect, "--to", "to", "extension, agent ID or outside number")->required();
        number(deflect, "--call", "call", "call ID, when there are several");
        auto* pickup = add_for_device("pickup", "another station takes the call that rings here", "pickup");
        text(pickup, "--by", "by", "the station that takes it")->required();
        number(pickup, "--call", "call", "call ID, when there are several");
        auto* press = add_for_device("press", "somebody on a call presses keys", "press");
        text(press, "--digits", "digits", "1 to 24 of 0-9 * # A-D")->required();
        number(press, "--call", "call", "call ID, when there are several");
    }

    CLI::Option* state(CLI::App* sub, const std::vector<std::string>& values, const std::string& help) {
        return text(sub, "state", "state", help)->required()->check(CLI::IsMember(values));
    }

    void add_faults() {
        state(add("link", "the link between AES and switch", "link"), {"up", "down"}, "up or down");
        auto* tlink = add("tlink", "a whole AES goes away or comes back", "tlink");
        text(tlink, "name", "name", "the TLink")->required();
        state(tlink, {"up", "down"}, "up or down");
        auto* tcp = add("tcp", "the network between programs and AES", "drop");
        tcp->add_option_function<std::string>(
               "action", [](const std::string&) {}, "drop: break every connection"
        )
            ->required()
            ->check(CLI::IsMember({"drop"}));
        number(
            add("delay", "everything the AES sends comes late", "delay"), "ms", "ms",
            "milliseconds; 0: at once"
        )
            ->required();
        state(add("answers", "does the AES answer requests?", "answers"), {"on", "off"}, "on or off");
        state(add("heartbeats", "does the AES send heartbeats?", "heartbeats"), {"on", "off"}, "on or off");
        number(
            add("refuse", "new streams are refused", "refuse"), "--code", "code",
            "ACS failure, e.g. 25; without: streams are welcome again"
        );
        number(
            add("advance", "moves the clock of a plan with a manual clock", "advance"), "ms", "ms",
            "milliseconds"
        )
            ->required();
        add("quit", "switch-sim ends", "quit");
    }

    CLI::App app_{"Looks into a running switch-sim and plays the people and faults around it."};
    Invocation invocation_{{}, false, {}, json::object()};
};

}  // namespace

ParsedLine parse_line(int argc, const char* const* argv, const std::string& default_address) {
    return Line(default_address).parse(argc, argv);
}

}  // namespace ctiengine::simulator
