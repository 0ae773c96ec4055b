// Services that exist as private data only (tsapi: 6.2).
#include "simulator/switch/tsapi/request.hpp"

#include <ctime>

namespace ctiengine::simulator {
namespace {

Reply query_ucid(Request& request) {
    const auto asked = from_abi(request.att.as<ATTQueryUcid_t>()->call);
    const auto* call = request.at.telephone_switch.core().calls.find(asked.call);
    if (call == nullptr) {
        return request.refuse(Denial::UnknownConnection, "there is no call " + std::to_string(asked.call));
    }
    ATTQueryUcidConfEvent_t att{};
    put_text(att.ucid, call->ucid);
    auto reply = escape_confirmation();
    put_private(*reply, ATT_QUERY_UCID_CONF, att);
    return reply;
}

struct NamedThing {
    std::string device;
    std::string name;
    ATTDeviceType_t type = ATT_DT_UNKNOWN;
};

template <class Att>
void put_name(wire::Frame& frame, std::uint16_t number, const NamedThing& thing) {
    Att att{};
    att.deviceType = thing.type;
    put_text(att.device, thing.device);
    put_text(att.name, thing.name);
    if constexpr (requires { att.uname; }) {
        const auto length = std::min(thing.name.size(), std::size(att.uname.value));
        att.uname.count = static_cast<unsigned short>(length);
        for (std::size_t i = 0; i < length; ++i) {
            att.uname.value[i] = static_cast<unsigned char>(thing.name[i]);
        }
    }
    put_private(frame, number, att);
}

Reply query_device_name(Request& request) {
    const auto& directory = request.at.telephone_switch.core().directory;
    NamedThing thing{text_of(request.att.as<ATTQueryDeviceName_t>()->device), {}, ATT_DT_UNKNOWN};
    if (const auto* station = directory.station(thing.device)) {
        thing.name = station->name;
        thing.type = ATT_DT_STATION;
    } else if (const auto* agent = directory.agent(thing.device)) {
        thing.name = agent->name;
        thing.type = ATT_DT_LOGICAL_AGENT;
    } else if (const auto* vdn = directory.vdn(thing.device)) {
        thing.name = vdn->name;
        thing.type = ATT_DT_VDN;
    } else if (const auto* skill = directory.skill(thing.device)) {
        thing.name = skill->name;
        thing.type = ATT_DT_ACD_SPLIT;
    } else {
        return request.refuse(Denial::UnknownDevice, "'" + thing.device + "' is not in the directory");
    }
    auto reply = escape_confirmation();
    if (request.version() >= 7) {
        put_name<ATTQueryDeviceNameConfEvent_t>(*reply, ATT_QUERY_DEVICE_NAME_CONF, thing);
    } else if (request.version() >= 5) {
        put_name<ATTV6QueryDeviceNameConfEvent_t>(*reply, ATTV6_QUERY_DEVICE_NAME_CONF, thing);
    } else {
        put_name<ATTV4QueryDeviceNameConfEvent_t>(*reply, ATTV4_QUERY_DEVICE_NAME_CONF, thing);
    }
    return reply;
}

Reply query_station_status(Request& request) {
    const auto device = text_of(request.att.as<ATTQueryStationStatus_t>()->device);
    auto& core = request.at.telephone_switch.core();
    if (core.directory.station(device) == nullptr) {
        return request.refuse(Denial::UnknownDevice, "'" + device + "' is no station");
    }
    ATTQueryStationStatusConfEvent_t att{};
    att.stationStatus = core.calls.legs_of(device).empty() ? 0 : 1;  // 1: busy
    auto reply = escape_confirmation();
    put_private(*reply, ATT_QUERY_STATION_STATUS_CONF, att);
    return reply;
}

Reply query_trunk_group(Request& request) {
    const auto code = text_of(request.att.as<ATTQueryTg_t>()->device);
    for (const auto& [number, group] : request.at.telephone_switch.core().directory.trunk_groups()) {
        if (group.plan().access_code != code) continue;
        ATTQueryTgConfEvent_t att{};
        att.idleTrunks = static_cast<short>(group.idle());
        att.usedTrunks = static_cast<short>(group.used());
        auto reply = escape_confirmation();
        put_private(*reply, ATT_QUERY_TG_CONF, att);
        return reply;
    }
    return request.refuse(Denial::UnknownDevice, "no trunk group has the access code '" + code + "'");
}

Reply query_time_of_day(Request& request) {
    using std::chrono::system_clock;
    const auto seconds = system_clock::to_time_t(request.at.telephone_switch.core().timeline.wall_now());
    std::tm local{};
    localtime_r(&seconds, &local);
    ATTQueryTodConfEvent_t att{};
    att.year = static_cast<short>(local.tm_year % 100);
    att.month = static_cast<short>(local.tm_mon + 1);
    att.day = static_cast<short>(local.tm_mday);
    att.hour = static_cast<short>(local.tm_hour);
    att.minute = static_cast<short>(local.tm_min);
    att.second = static_cast<short>(local.tm_sec);
    auto reply = escape_confirmation();
    put_private(*reply, ATT_QUERY_TOD_CONF, att);
    return reply;
}

}  // namespace

Reply escape_confirmation() {
    return confirmation(CSTA_ESCAPE_SVC_CONF, CSTAEscapeSvcConfEvent_t{});
}

Reply escape_service(Request& request) {
    switch (request.att.type()) {
        case 0: return request.refuse(Denial::NoPrivateData, "an escape service needs private data");
        case ATT_QUERY_UCID: return query_ucid(request);
        case ATT_QUERY_DEVICE_NAME: return query_device_name(request);
        case ATT_QUERY_STATION_STATUS: return query_station_status(request);
        case ATT_QUERY_TG: return query_trunk_group(request);
        case ATT_QUERY_ACD_SPLIT: return query_acd_split(request);
        case ATT_QUERY_AGENT_LOGIN: return query_agent_login(request);
        case ATT_QUERY_CALL_CLASSIFIER: return query_call_classifier(request);
        case ATT_QUERY_TOD: return query_time_of_day(request);
        case ATT_SINGLE_STEP_CONFERENCE_CALL: return single_step_conference(request);
        case ATT_SINGLE_STEP_TRANSFER_CALL: return single_step_transfer(request);
        case ATT_SELECTIVE_LISTENING_HOLD: return selective_listening_hold(request);
        case ATT_SELECTIVE_LISTENING_RETRIEVE: return selective_listening_retrieve(request);
        case ATT_SENDDTMF_TONE:
        case ATTV4_SENDDTMF_TONE: return send_dtmf_tone(request);
        default:
            return request.refuse(
                Denial::ServiceNotOffered, std::string(request.att.name()) + " is not offered"
            );
    }
}

}  // namespace ctiengine::simulator
