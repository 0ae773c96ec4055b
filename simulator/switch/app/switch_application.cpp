#include "simulator/switch/app/switch_application.hpp"

#include "simulator/switch/app/timeline_driver.hpp"
#include "simulator/switch/control/control_server.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <optional>

namespace ctiengine::simulator {
namespace {

/// Whole or not at all, so that a reader never sees half a file.
void write_file(const std::string& path, const std::string& text) {
    if (path.empty()) return;
    const auto draft = path + ".new";
    std::ofstream file(draft);
    file << text;
    file.close();
    if (!file || std::rename(draft.c_str(), path.c_str()) != 0) {
        throw ops::StartError(
            ops::kCannotStart, "cannot write " + path + ": check that the folder is writable"
        );
    }
}

class SwitchApplication : public ops::Application {
  public:
    SwitchApplication(boost::asio::io_context& context, const SwitchSettings& settings)
        : settings_(settings),
          executor_(context.get_executor()),
          timeline_(std::chrono::system_clock::now()),
          telephone_switch_(settings_.plan.switch_plan, timeline_, monitors_),
          service_(
              executor_, settings_.plan, settings_.address, settings_.name_port, telephone_switch_, monitors_
          ),
          control_(executor_, settings_.control_port, control_surroundings()) {
        if (!settings_.plan.manual_clock) driver_.emplace(executor_, timeline_);
    }

    Task<void> run(ShutdownSignal& stop) override {
        stop_ = &stop;
        start();
        co_await stop.wait();
        service_.stop();
        control_.stop();
        if (driver_) driver_->stop();
        bool idle = false;
        while (!idle) {
            co_await boost::asio::post(executor_, boost::asio::use_awaitable);
            idle = service_.is_idle() && control_.is_idle();
        }
    }

  private:
    ControlSurroundings control_surroundings() {
        return {telephone_switch_, monitors_, service_, timeline_, settings_.plan.manual_clock, [this] {
                    stop_->request("ctisim quit");
                }};
    }

    void start() {
        try {
            service_.start();
            control_.start();
        } catch (const std::runtime_error& taken) {
            throw ops::StartError(ops::kCannotStart, taken.what());
        }
        write_file(settings_.tslibrc, settings_.address + "\t" + std::to_string(service_.name_port()) + "\n");
        const auto ports = ports_json();
        write_file(settings_.ready_file, ports.dump(2) + "\n");
        std::cout << "ready: switch " << settings_.plan.switch_plan.name << " " << ports.dump() << std::endl;
    }

    [[nodiscard]] nlohmann::json ports_json() const {
        nlohmann::json tlinks = nlohmann::json::array();
        for (const auto& tlink : service_.tlinks())
            tlinks.push_back({{"name", tlink.name}, {"port", tlink.port}});
        return {{"namePort", service_.name_port()}, {"controlPort", control_.port()}, {"tlinks", tlinks}};
    }

    const SwitchSettings settings_;
    boost::asio::any_io_executor executor_;
    Timeline timeline_;
    std::optional<TimelineDriver> driver_;
    MonitorTable monitors_;
    Switch telephone_switch_;
    TsapiService service_;
    ControlServer control_;
    ShutdownSignal* stop_ = nullptr;
};

}  // namespace

std::unique_ptr<ops::Application> make_switch_application(
    boost::asio::io_context& context, const SwitchSettings& settings
) {
    return std::make_unique<SwitchApplication>(context, settings);
}

}  // namespace ctiengine::simulator
