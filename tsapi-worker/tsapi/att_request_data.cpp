#include "tsapi-worker/tsapi/att_request_data.hpp"

namespace ctiengine::tsapi {
namespace {

constexpr int kFirstWithPendingStates = 6;
constexpr int kFirstWithReasonCodes = 5;
constexpr int kFirstWithUcid = 5;
constexpr int kFirstWithExtendedFilter = 5;
constexpr int kFirstWithViaDeviceFilter = 8;

}  // namespace

Refusal AttRequestData::need(const char* what, int at_least) const {
    if (version_ >= at_least) return std::nullopt;
    auto agreed = version_ == 0 ? std::string("no private data version was agreed on with AE Services")
                                : "private data version " + std::to_string(version_) + " was agreed on";
    return out_of_range(
        std::string(what) + " cannot be sent: it needs private data version " + std::to_string(at_least) +
        ", but " + agreed
    );
}

Refusal AttRequestData::put(const csta::SetAgentState& r) {
    bool needed = r.work_mode != csta::WorkMode::None || r.reason_code != 0 || r.enable_pending;
    if (!needed) return std::nullopt;
    if (auto refused = need("a work mode")) return refused;
    const auto mode = static_cast<ATTWorkMode_t>(r.work_mode);
    const auto reason = static_cast<long>(r.reason_code);
    if (version_ >= kFirstWithPendingStates) {
        const auto pending = static_cast<Boolean>(r.enable_pending);
        return encode(&TsapiFunctions::attV6SetAgentState, mode, reason, pending);
    }
    if (r.enable_pending) return need("a pending change of the agent state", kFirstWithPendingStates);
    if (version_ >= kFirstWithReasonCodes) return encode(&TsapiFunctions::attSetAgentStateExt, mode, reason);
    if (r.reason_code != 0) return need("a reason code", kFirstWithReasonCodes);
    return encode(&TsapiFunctions::attSetAgentState, mode);
}

Refusal AttRequestData::put_device(
    const char* what, decltype(&::attQueryAcdSplit) TsapiFunctions::*member, const csta::Device& device
) {
    if (auto refused = need(what)) return refused;
    DeviceID_t c_device;
    CArguments arguments;
    arguments.put(c_device, device);
    if (arguments.refusal()) return arguments.refusal();
    return encode(member, &c_device);
}

Refusal AttRequestData::put(const csta::QueryAgentState& r) {
    if (r.group.empty()) return std::nullopt;
    return put_device("the split of an agent query", &TsapiFunctions::attQueryAgentState, r.group);
}

Refusal AttRequestData::put(const csta::QueryUcid& r) {
    if (auto refused = need("a query of the UCID", kFirstWithUcid)) return refused;
    ConnectionID_t call;
    CArguments arguments;
    arguments.put(call, r.call);
    if (arguments.refusal()) return arguments.refusal();
    return encode(&TsapiFunctions::attQueryUCID, &call);
}

Refusal AttRequestData::put(const csta::QueryAcdSplit& r) {
    return put_device("a query of a split", &TsapiFunctions::attQueryAcdSplit, r.device);
}

Refusal AttRequestData::put(const csta::QueryAgentLogin& r) {
    return put_device("a query of the agents of a split", &TsapiFunctions::attQueryAgentLogin, r.device);
}

Refusal AttRequestData::put(const csta::QueryDeviceName& r) {
    return put_device("a query of a device's name", &TsapiFunctions::attQueryDeviceName, r.device);
}

Refusal AttRequestData::put(const csta::QueryStationStatus& r) {
    return put_device("a query of a station's status", &TsapiFunctions::attQueryStationStatus, r.device);
}

Refusal AttRequestData::put(const csta::QueryTimeOfDay&) {
    if (auto refused = need("a query of the time of day")) return refused;
    return encode(&TsapiFunctions::attQueryTimeOfDay);
}

/// Everything but charge advice, which nothing above can show. Without an agreed version the switch decides.
Refusal AttRequestData::put(const StartMonitor& r) {
    if (version_ == 0) return std::nullopt;
    constexpr ATTPrivateFilter_t kNoChargeAdvice = ATT_CHARGE_ADVICE_FILTER;  // a set bit suppresses
    bool via = r.object.kind == csta::MonitorObject::Kind::ViaDevice;
    if (via && version_ >= kFirstWithViaDeviceFilter) {
        const Boolean with_predictive_calls = TRUE;
        return encode(&TsapiFunctions::attMonitorCallsViaDevice, kNoChargeAdvice, with_predictive_calls);
    }
    if (version_ >= kFirstWithExtendedFilter)
        return encode(&TsapiFunctions::attMonitorFilterExt, kNoChargeAdvice);
    constexpr ATTV4PrivateFilter_t kEverything = 0;
    return encode(&TsapiFunctions::attMonitorFilter, kEverything);
}

}  // namespace ctiengine::tsapi
