// Round trip of one request through all processes, beside a bare TLS WebSocket echo in the same run. The
// machines this runs on are noisy, so the figure to look at is the ratio; both are measured in turns.
#include "tests/bench/tls_echo_server.hpp"
#include "tests/integration/harness/engine_under_test.hpp"
#include "tests/integration/harness/softphone.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace {

using namespace ctiengine;
using Clock = std::chrono::steady_clock;

struct Series {
    const char* name;
    std::function<void()> round_trip;
    std::vector<double> microseconds;

    double percentile(double share) {
        std::sort(microseconds.begin(), microseconds.end());
        return microseconds[static_cast<std::size_t>(share * static_cast<double>(microseconds.size() - 1))];
    }
};

void measure(Series& series, int count) {
    for (int i = 0; i < count; ++i) {
        auto start = Clock::now();
        series.round_trip();
        series.microseconds.push_back(std::chrono::duration<double, std::micro>(Clock::now() - start).count()
        );
    }
}

/// Sends one text and waits for the next message, with as little of our own as possible.
std::function<void()> ping_pong(testing::WssClient& client, std::string text) {
    return [&client, text = std::move(text)] {
        client.send_text(text);
        if (!client.receive()) throw std::runtime_error("no answer");
    };
}

nlohmann::json report(std::vector<Series>& all) {
    auto floor = all.front().percentile(0.5);
    auto table = nlohmann::json::array();
    for (auto& series : all) {
        auto median = series.percentile(0.5);
        table.push_back(
            {{"what", series.name},
             {"p50_us", median},
             {"p99_us", series.percentile(0.99)},
             {"ratio_to_echo", median / floor}}
        );
    }
    return table;
}

void print(const nlohmann::json& table) {
    std::printf("%-58s %10s %10s %8s\n", "round trip", "p50 us", "p99 us", "ratio");
    for (const auto& row : table) {
        std::printf(
            "%-58s %10.0f %10.0f %8.2f\n", row["what"].get<std::string>().c_str(),
            row["p50_us"].get<double>(), row["p99_us"].get<double>(), row["ratio_to_echo"].get<double>()
        );
    }
}

void run(int rounds, int batch, bool json) {
    tests::EngineUnderTest engine("bench", {{"LOGSEVERITY", "Low"}});
    engine.start_all();
    tests::TlsEchoServer echo(engine.folder() / "certificate.crt", engine.folder() / "private_key.pem");
    tests::Softphone phone(engine.port());
    phone.log_in("4001");
    testing::WssOptions options;
    options.port = echo.port();
    testing::WssClient floor(options);

    auto snapshot = "0001" + tests::csta("SnapshotDevice", "<snapshotObject>4001</snapshotObject>");
    auto device_id =
        "0001" +
        tests::csta("GetThirdPartyDeviceId", "<switchName>CM1</switchName><extension>4001</extension>");
    std::vector<Series> all{
        {"bare TLS WebSocket echo", ping_pong(floor, snapshot), {}},
        {"GetThirdPartyDeviceId: gateway only", ping_pong(phone.socket(), device_id), {}},
        {"SnapshotDevice: gateway, worker, library, switch and back",
         ping_pong(phone.socket(), snapshot),
         {}},
    };
    for (auto& series : all) measure(series, batch), series.microseconds.clear();  // warm up
    for (int round = 0; round < rounds; ++round) {
        for (auto& series : all) measure(series, batch);
    }
    auto table = report(all);
    if (json)
        std::printf("%s\n", table.dump(2).c_str());
    else
        print(table);
    floor.close();
    engine.stop_all();
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Measures round trips through the whole engine as a ratio to a bare TLS WebSocket echo.");
    int rounds = 20;
    int batch = 100;
    bool json = false;
    app.add_option("--rounds", rounds, "How often the series take turns")
        ->check(CLI::Range(1, 10000))
        ->capture_default_str();
    app.add_option("--batch", batch, "Round trips of one turn")
        ->check(CLI::Range(1, 10000))
        ->capture_default_str();
    app.add_flag("--json", json, "Print JSON");
    CLI11_PARSE(app, argc, argv);
    try {
        run(rounds, batch, json);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "round_trip_bench: %s\n", error.what());
        return 1;
    }
    return 0;
}
