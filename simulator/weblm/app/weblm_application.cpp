#include "simulator/weblm/app/weblm_application.hpp"

#include "common/logging/log.hpp"
#include "config/secrets/private_file.hpp"
#include "simulator/weblm/app/admin_password.hpp"
#include "simulator/weblm/app/random_token.hpp"
#include "simulator/weblm/app/state_file.hpp"
#include "simulator/weblm/control/control_server.hpp"
#include "simulator/weblm/licence/example_licence.hpp"
#include "simulator/weblm/licence/licence_xml.hpp"

#include <nlohmann/json.hpp>

#include <unistd.h>

#include <fstream>
#include <iostream>
#include <sstream>

namespace ctiengine::weblm_sim {
namespace {

/// The value, or the end of the start.
template <class T>
T need(Result<T> result, ops::ExitStatus status = ops::kInvalidSettings) {
    if (!result) throw ops::StartError(status, result.error().detail);
    return std::move(*result);
}

Licence first_licence(const WeblmSettings& settings) {
    auto licence = example_licence();
    if (!settings.licence.empty()) {
        std::ifstream file(settings.licence);
        std::ostringstream text;
        text << file.rdbuf();
        if (!file)
            throw ops::StartError(ops::kInvalidSettings, settings.licence.string() + " cannot be read");
        auto read = read_licence(text.str());
        if (!read) {
            throw ops::StartError(
                ops::kInvalidSettings, settings.licence.string() + ": " + read.error().detail
            );
        }
        licence = std::move(*read);
    }
    if (settings.unused) {
        for (auto& feature : licence.features) feature.used_by_others = 0;
    }
    return licence;
}

std::shared_ptr<const tls::TlsContext> first_certificate(const WeblmSettings& settings) {
    tls::TlsSettings files;
    files.certificate_chain = settings.certificate;
    files.private_key = settings.key;
    return need(tls::TlsContext::load(files));
}

ServerSettings server_settings(const WeblmSettings& settings, const Licence& licence) {
    ServerSettings server;
    server.server_id = settings.server_id;
    server.host_id = settings.host_id.empty() ? licence.host_ids.front() : settings.host_id;
    server.lease = std::chrono::seconds(settings.lease_seconds);
    server.renew = std::chrono::seconds(settings.renew_seconds);
    return server;
}

HttpPortSettings public_settings(
    const WeblmSettings& settings, std::shared_ptr<tls::CurrentTls> certificate
) {
    HttpPortSettings port;
    port.address = settings.address;
    port.port = static_cast<std::uint16_t>(settings.port);
    port.tls = std::move(certificate);
    return port;
}

HttpPortSettings control_settings(const WeblmSettings& settings) {
    HttpPortSettings port;
    port.port = static_cast<std::uint16_t>(settings.control_port.value_or(0));
    return port;
}

class WeblmApplication : public ops::Application {
  public:
    WeblmApplication(boost::asio::io_context& context, const WeblmSettings& settings)
        : settings_(settings),
          licence_(first_licence(settings)),
          certificate_(std::make_shared<tls::CurrentTls>(first_certificate(settings))),
          turned_clock_(clock_),
          server_(server_settings(settings, licence_), turned_clock_, random_token),
          state_(settings.state, server_),
          endpoint_(server_, faults_),
          pages_({server_, clock_, random_token, need(password_check_from(settings.password_file))}),
          public_port_(
              context.get_executor(),
              public_settings(settings, certificate_),
              [this](HttpRequest request) { return answer(std::move(request)); }
          ),
          control_(
              {server_, turned_clock_, faults_, endpoint_, pages_, public_port_, *certificate_,
               certificate_->get(), licence_}
          ),
          control_port_(context.get_executor(), control_settings(settings), [this](HttpRequest request) {
              return control(std::move(request));
          }) {}

    Task<void> run(ShutdownSignal& stop) override {
        start();
        co_await stop.wait();
        co_await control_port_.close();
        co_await public_port_.close();
        state_.save();
    }

  private:
    void start() {
        if (!need(state_.load())) server_.install(licence_);
        state_.save();
        if (auto opened = public_port_.open(); !opened)
            throw ops::StartError(ops::kCannotStart, opened.error().detail);
        if (settings_.control_port) {
            if (auto opened = control_port_.open(); !opened)
                throw ops::StartError(ops::kCannotStart, opened.error().detail);
        }
        for (const auto& warning : certificate_->get()->warnings()) logging::warn("{}", warning);
        tell_ports();
    }

    void tell_ports() {
        nlohmann::json ports{{"port", public_port_.port()}};
        if (settings_.control_port) ports["controlPort"] = control_port_.port();
        if (!settings_.ready_file.empty()) {
            const config::FileOwner owner{::geteuid(), ::getegid(), 0644};
            auto written = config::replace_file(settings_.ready_file, ports.dump(2) + "\n", owner);
            if (!written) throw ops::StartError(ops::kCannotStart, written.error().detail);
        }
        std::cout << "ready: weblm-sim " << ports.dump() << std::endl;
    }

    /// What is saved is saved before the client hears of it.
    Task<HttpAnswer> answer(HttpRequest request) {
        HttpAnswer answer;
        if (request.path == kLicensePath) {
            answer = endpoint_.answer(request);
        } else {
            answer.response = pages_.answer(request);
        }
        state_.save();
        co_return answer;
    }

    Task<HttpAnswer> control(HttpRequest request) {
        auto answer = co_await control_.answer(std::move(request));
        state_.save();
        co_return answer;
    }

    const WeblmSettings settings_;
    const Licence licence_;
    const std::shared_ptr<tls::CurrentTls> certificate_;
    SystemClock clock_;
    TurnedClock turned_clock_;
    LicenseServer server_;
    StateFile state_;
    FaultSwitch faults_;
    LicenseEndpoint endpoint_;
    PageServer pages_;
    HttpPort public_port_;
    ControlServer control_;
    HttpPort control_port_;
};

}  // namespace

std::unique_ptr<ops::Application> make_weblm_application(
    boost::asio::io_context& context, const WeblmSettings& settings
) {
    return std::make_unique<WeblmApplication>(context, settings);
}

}  // namespace ctiengine::weblm_sim
