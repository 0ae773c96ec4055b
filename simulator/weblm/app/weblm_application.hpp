#pragma once
#include "common/ops/process_main.hpp"

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace ctiengine::weblm_sim {

/// The command line of weblm-sim.
struct WeblmSettings {
    std::string address = "127.0.0.1";
    int port = 52233;                     ///< of clients and browsers; 0: any free one
    std::optional<int> control_port{};    ///< of tests, on the loopback address; none: there is no such port
    std::filesystem::path certificate;    ///< PEM: the server's own first, then the intermediates
    std::filesystem::path key;            ///< PEM
    std::filesystem::path licence;        ///< empty: the example of the manual
    std::filesystem::path state;          ///< empty: a restart forgets all
    std::filesystem::path ready_file;     ///< where the ports are written to, as JSON; empty: nowhere
    std::filesystem::path password_file;  ///< of the administrator; empty: nobody can log in
    std::string host_id;                  ///< empty: the first of the licence
    std::string server_id = "weblm-sim-1";
    int lease_seconds = 600;
    int renew_seconds = 180;
    bool unused = false;  ///< clients whom nobody sees hold nothing, whatever the licence says
};

/// The program: licence, server, pages, two ports.
std::unique_ptr<ops::Application> make_weblm_application(
    boost::asio::io_context& context, const WeblmSettings& settings
);

}  // namespace ctiengine::weblm_sim
