#include "simulator/switch/tsapi/switch_link.hpp"

#include "simulator/switch/tsapi/private_data.hpp"

namespace ctiengine::simulator {
namespace {

int filter_bit(SystemStatus_t status) {
    return status == SS_DISABLED ? SF_DISABLED : SF_NORMAL;
}

}  // namespace

void SwitchLink::set_up(bool up) {
    if (up == up_) return;
    up_ = up;
    tell(status());
    if (!up) on_loss_();
    if (!up && profile_.monitors_end_on_link_loss) monitors_.end_all(profile_.causes.monitor_ended);
    monitors_.set_silent(!up);
}

void SwitchLink::tell(SystemStatus_t status) {
    for (const auto& [number, wish] : subscriptions_) {
        if ((wish.filter & filter_bit(status)) != 0) continue;
        CSTASysStatEvent_t event{};
        event.systemStatus = status;
        auto frame = wire::make_frame(CSTAEVENTREPORT, CSTA_SYS_STAT, 0, event);
        if (!frame) continue;
        if (wish.with_link_status) put_link_status(*frame, wish.sink->private_data_version());
        wish.sink->deliver(*frame);
    }
}

void SwitchLink::subscribe(EventSink& sink, SystemStatusFilter_t filter, bool with_link_status) {
    subscriptions_[sink.number()] = {&sink, filter, with_link_status};
}

bool SwitchLink::unsubscribe(const EventSink& sink) {
    return subscriptions_.erase(sink.number()) != 0;
}

bool SwitchLink::is_subscribed(const EventSink& sink) const {
    return subscriptions_.count(sink.number()) != 0;
}

void SwitchLink::put_link_status(wire::Frame& frame, int version) const {
    ATTLinkStatus_t link{};
    link.linkID = 1;
    link.linkState = up_ ? LS_LINK_UP : LS_LINK_DOWN;
    if (version >= 5) {
        put_private(frame, ATT_LINK_STATUS, ATTLinkStatusEvent_t{1, &link});
    } else if (version == 4) {
        put_private(frame, ATTV4_LINK_STATUS, ATTV4LinkStatusEvent_t{1, {link}});
    } else if (version > 0) {
        put_private(frame, ATTV3_LINK_STATUS, ATTV3LinkStatusEvent_t{1, {link}});
    }
}

}  // namespace ctiengine::simulator
