// Monitors and snapshots (tsapi: 8).
#include "simulator/switch/tsapi/history_list.hpp"
#include "simulator/switch/tsapi/request.hpp"

namespace ctiengine::simulator {
namespace {

ATTPrivateFilter_t private_filter(const wire::OwnedPdu& att) {
    if (const auto* given = att.as<ATTMonitorFilter_t>()) return given->privateFilter;
    if (const auto* old = att.as<ATTV4MonitorFilter_t>()) return old->privateFilter;
    if (const auto* via = att.as<ATTMonitorCallsViaDevice_t>()) return via->privateFilter;
    return 0;
}

/// The filter to apply: a private filter of its own counts on top of that of the CSTA filter.
CSTAMonitorFilter_t effective_filter(CSTAMonitorFilter_t filter, const wire::OwnedPdu& att) {
    constexpr long kAllPrivate = 0xff;
    if (filter.privateFilter != 0) filter.privateFilter = kAllPrivate;
    filter.privateFilter |= private_filter(att);
    return filter;
}

ATTLocalCallState_t private_state(LocalConnectionState_t state) {
    switch (state) {
        case CS_INITIATE: return ATT_CS_INITIATED;
        case CS_ALERTING: return ATT_CS_ALERTING;
        case CS_CONNECT: return ATT_CS_CONNECTED;
        case CS_HOLD: return ATT_CS_HELD;
        default: return ATT_CS_OTHER;
    }
}

void put_snapshot(wire::Frame& frame, std::vector<ATTSnapshotDevice_t>& calls, int version) {
    if (version >= 5) {
        const ATTSnapshotDeviceConfEvent_t att{static_cast<unsigned>(calls.size()), calls.data()};
        put_private(frame, ATT_SNAPSHOT_DEVICE_CONF, att);
    } else if (version > 0) {
        ATTV4SnapshotDeviceConfEvent_t att{};
        for (const auto& call : calls) {
            if (att.count == std::size(att.snapshotDevice)) break;
            att.snapshotDevice[att.count++] = call;
        }
        put_private(frame, ATTV4_SNAPSHOT_DEVICE_CONF, att);
    }
}

std::vector<CSTASnapshotCallResponseInfo_t> snapshot_of(const Call& call) {
    std::vector<CSTASnapshotCallResponseInfo_t> parties;
    for (const auto& party : call.parties) {
        parties.push_back({to_abi(party.address), to_abi(call.connection(party)), party.state});
    }
    return parties;
}

void put_history(wire::Frame& frame, const Call& call) {
    HistoryList history(call.history);
    ATTSnapshotCallConfEvent_t att{};
    history.put(att.deviceHistory);
    put_private(frame, ATT_SNAPSHOT_CALL_CONF, att);
}

void put_call_monitor(wire::Frame& frame, const Request& request, const Call& call) {
    auto parties = snapshot_of(call);
    if (request.version() >= 5) {
        ATTMonitorCallConfEvent_t att{};
        att.usedFilter = private_filter(request.att);
        att.snapshotCall = {static_cast<unsigned>(parties.size()), parties.data()};
        put_private(frame, ATT_MONITOR_CALL_CONF, att);
    } else if (request.version() > 0) {
        ATTV4MonitorCallConfEvent_t att{};
        att.usedFilter = private_filter(request.att);
        for (const auto& party : parties) {
            if (att.snapshotCall.count == std::size(att.snapshotCall.info)) break;
            att.snapshotCall.info[att.snapshotCall.count++] = party;
        }
        put_private(frame, ATTV4_MONITOR_CALL_CONF, att);
    }
}

}  // namespace

Reply monitor_call(Request& request) {
    const auto& asked = request.as<CSTAMonitorCall_t>();
    const auto id = from_abi(asked.call).call;
    const auto* call = request.at.telephone_switch.core().calls.find(id);
    if (call == nullptr) {
        return request.refuse(Denial::UnknownConnection, "there is no call " + std::to_string(id));
    }
    const auto filter = effective_filter(asked.monitorFilter, request.att);
    CSTAMonitorConfEvent_t abi{};
    abi.monitorCrossRefID = static_cast<long>(request.at.monitors.start(request.stream, id, filter));
    abi.monitorFilter = asked.monitorFilter;
    auto frame = confirmation(CSTA_MONITOR_CONF, abi);
    put_call_monitor(frame, request, *call);
    return frame;
}

Reply start_monitor(
    Request& request, const std::string& device, const CSTAMonitorFilter_t& wanted, MonitorKind kind
) {
    CSTAMonitorConfEvent_t abi{};
    const auto filter = effective_filter(wanted, request.att);
    abi.monitorCrossRefID =
        static_cast<long>(request.at.monitors.start(request.stream, device, filter, kind));
    abi.monitorFilter = wanted;
    auto frame = confirmation(CSTA_MONITOR_CONF, abi);
    if (request.version() >= 5) {
        ATTMonitorConfEvent_t att{};
        att.usedFilter = private_filter(request.att);
        put_private(frame, ATT_MONITOR_CONF, att);
    } else if (request.version() > 0) {
        ATTV4MonitorConfEvent_t att{};
        att.usedFilter = private_filter(request.att);
        put_private(frame, ATTV4_MONITOR_CONF, att);
    }
    return frame;
}

Reply monitor_device(Request& request) {
    const auto& asked = request.as<CSTAMonitorDevice_t>();
    const auto device = text_of(asked.deviceID);
    const auto& directory = request.at.telephone_switch.core().directory;
    if (directory.skill(device) != nullptr) {
        return start_monitor(request, device, asked.monitorFilter, MonitorKind::Agents);
    }
    if (directory.station(device) == nullptr) {
        return request.refuse(Denial::UnknownDevice, "'" + device + "' is no station and no split");
    }
    return start_monitor(request, device, asked.monitorFilter, MonitorKind::Device);
}

Reply change_monitor_filter(Request& request) {
    const auto& asked = request.as<CSTAChangeMonitorFilter_t>();
    const auto reference = static_cast<std::uint32_t>(asked.monitorCrossRefID);
    auto* monitor = request.at.monitors.find(request.stream, reference);
    if (monitor == nullptr) return request.refuse(Denial::UnknownMonitor, "this stream has no such monitor");
    monitor->filter = effective_filter(asked.monitorFilter, request.att);
    CSTAChangeMonitorFilterConfEvent_t abi{};
    abi.monitorFilter = asked.monitorFilter;
    return confirmation(CSTA_CHANGE_MONITOR_FILTER_CONF, abi);
}

Reply monitor_stop(Request& request) {
    const auto reference = static_cast<std::uint32_t>(request.as<CSTAMonitorStop_t>().monitorCrossRefID);
    if (!request.at.monitors.stop(request.stream, reference)) {
        return request.refuse(Denial::UnknownMonitor, "this stream has no such monitor");
    }
    return confirmation(CSTA_MONITOR_STOP_CONF, CSTAMonitorStopConfEvent_t{});
}

Reply snapshot_device(Request& request) {
    const auto device = text_of(request.as<CSTASnapshotDevice_t>().snapshotObject);
    auto& core = request.at.telephone_switch.core();
    const auto* station = core.directory.station(device);
    if (station == nullptr) {
        return request.refuse(Denial::UnknownDevice, "'" + device + "' is no station");
    }
    auto legs = core.calls.legs_of(device);
    std::vector<CSTASnapshotDeviceResponseInfo_t> calls;
    std::vector<ATTSnapshotDevice_t> private_calls;
    for (auto& leg : legs) {
        const auto connection = to_abi(leg.call->connection(*leg.party));
        calls.push_back({connection, {1, &leg.party->state}});
        private_calls.push_back({connection, private_state(leg.party->state)});
    }
    auto shown_only = CS_NULL;
    for (const auto& leg : core.calls.legs_of(station->bridged_to)) {
        if (leg.call->find(device) != nullptr) continue;
        const auto connection = to_abi(ConnectionRef{leg.call->id, device, false});
        calls.push_back({connection, {1, &shown_only}});
        private_calls.push_back({connection, ATT_CS_BRIDGED});
    }
    CSTASnapshotDeviceConfEvent_t abi{};
    abi.snapshotData = {static_cast<unsigned>(calls.size()), calls.data()};
    auto frame = confirmation(CSTA_SNAPSHOT_DEVICE_CONF, abi);
    put_snapshot(frame, private_calls, request.version());
    return frame;
}

Reply snapshot_call(Request& request) {
    const auto asked = from_abi(request.as<CSTASnapshotCall_t>().snapshotObject);
    const auto* call = request.at.telephone_switch.core().calls.find(asked.call);
    if (call == nullptr) {
        return request.refuse(Denial::UnknownConnection, "there is no call " + std::to_string(asked.call));
    }
    auto parties = snapshot_of(*call);
    CSTASnapshotCallConfEvent_t abi{};
    abi.snapshotData = {static_cast<unsigned>(parties.size()), parties.data()};
    auto frame = confirmation(CSTA_SNAPSHOT_CALL_CONF, abi);
    if (request.version() >= 7) put_history(frame, *call);
    return frame;
}

}  // namespace ctiengine::simulator
