#include "simulator/switch/tsapi/tsapi_service.hpp"

#include <tuple>

namespace ctiengine::simulator {

TsapiService::TsapiService(
    boost::asio::any_io_executor executor,
    const SimulatorPlan& plan,
    std::string address,
    int name_port,
    Switch& telephone_switch,
    MonitorTable& monitors
)
    : link_(monitors, telephone_switch.plan().profile),
      routes_(telephone_switch, monitors),
      at_{plan, {telephone_switch, monitors, link_, routes_}, {}, std::chrono::seconds(1)},
      name_listener_(executor, address, name_port) {
    link_.on_loss([this] { routes_.abort_all(); });
    const auto& profile = telephone_switch.plan().profile;
    monitors.set_call_monitor_rules(profile.causes.call_monitor_ended, profile.call_monitor_follows_merge);
    for (const auto& tlink : plan.tlinks) {
        tlink_listeners_.emplace(
            std::piecewise_construct, std::forward_as_tuple(tlink.name),
            std::forward_as_tuple(executor, address, tlink.port)
        );
    }
}

void TsapiService::start() {
    for (const auto& tlink : at_.plan.tlinks) open(tlink.name);
    name_listener_.open([this](auto socket) { ask_name(std::move(socket)); });
}

void TsapiService::open(const std::string& tlink) {
    tlink_listeners_.at(tlink).open([this, tlink](auto socket) { accept(tlink, std::move(socket)); });
}

void TsapiService::stop() {
    stopping_ = true;
    name_listener_.close();
    for (auto& [name, listener] : tlink_listeners_) listener.close();
    drop_connections();
}

std::vector<TlinkAddress> TsapiService::tlinks() const {
    std::vector<TlinkAddress> list;
    for (const auto& tlink : at_.plan.tlinks) {
        list.push_back({tlink.name, tlink_listeners_.at(tlink.name).port()});
    }
    return list;
}

bool TsapiService::set_tlink_up(const std::string& tlink, bool up) {
    const auto listener = tlink_listeners_.find(tlink);
    if (listener == tlink_listeners_.end()) return false;
    if (!up) {
        listener->second.close();
        drop_if([&](const auto& stream) { return stream.tlink() == tlink; });
    } else if (!listener->second.is_open()) {
        open(tlink);
    }
    return true;
}

bool TsapiService::is_tlink_up(const std::string& tlink) const {
    const auto listener = tlink_listeners_.find(tlink);
    return listener != tlink_listeners_.end() && listener->second.is_open();
}

std::size_t TsapiService::drop_connections() {
    const auto questions = questions_;  // closing takes them out of the set later
    for (const auto& question : questions) question->close();
    return drop_if([](const auto&) { return true; });
}

std::size_t TsapiService::drop_if(const std::function<bool(const AcsStream&)>& wanted) {
    std::size_t dropped = 0;
    for (const auto& [number, stream] : streams_) {
        if (!wanted(*stream)) continue;
        stream->close("dropped on purpose");
        ++dropped;
    }
    return dropped;
}

std::vector<std::shared_ptr<const AcsStream>> TsapiService::streams() const {
    std::vector<std::shared_ptr<const AcsStream>> open;
    for (const auto& [number, stream] : streams_) {
        if (stream->is_open()) open.push_back(stream);
    }
    return open;
}

void TsapiService::accept(const std::string& tlink, boost::asio::ip::tcp::socket socket) {
    if (stopping_) return;
    auto stream = std::make_shared<AcsStream>(++last_stream_, tlink, std::move(socket), at_);
    streams_.emplace(stream->number(), stream);
    stream->start([this](std::uint64_t number, const std::string&) { streams_.erase(number); });
}

void TsapiService::ask_name(boost::asio::ip::tcp::socket socket) {
    if (stopping_) return;
    auto question = std::make_shared<NameServiceConnection>(std::move(socket), [this] { return tlinks(); });
    questions_.insert(question);
    question->start([this, weak = std::weak_ptr(question)] { questions_.erase(weak.lock()); });
}

}  // namespace ctiengine::simulator
