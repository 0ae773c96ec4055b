#include "gateway/xml/monitoring_reader.hpp"

#include "gateway/xml/filter_items.hpp"
#include "gateway/xml/request_fields.hpp"

namespace ctiengine::gateway {
namespace {

constexpr std::array<Word<MonitorType>, 2> kMonitorTypes = {
    {{"call", MonitorType::Call}, {"device", MonitorType::Device}}};

void read_object(RequestFields& fields, MonitorStart& request) {
    auto object = fields.inside_mandatory("monitorObject");
    if (object.has("callObject")) {
        request.object = object.call("callObject");
        request.type = MonitorType::Call;
    } else {
        request.object = object.device("deviceObject");
        request.type = MonitorType::Device;
    }
    fields.join(object);
}

/// An item that says true, or an absent one under DMCC's inverted reading, keeps its event back.
MonitorFilter read_filter(RequestFields& fields, const char* list) {
    auto avaya = fields.inside_private("AvayaEvents");
    MonitorFilter filter;
    filter.inverted = avaya.optional_flag("invertFilter");
    fields.join(avaya);
    auto private_group = avaya.inside("callControlPrivate");
    auto groups = fields.inside(list);
    if (groups || private_group) {
        filter.set(EventKind::EnteredDigits, private_group.optional_flag("enteredDigits") == filter.inverted);
        fields.join(private_group);
    }
    if (!groups) return filter;
    for (const auto& item : kFilterItems) {
        if (!item.kind) continue;
        auto group = groups.inside(item.group);
        filter.set(*item.kind, group.optional_flag(item.name) == filter.inverted);
        fields.join(group);
    }
    return filter;
}

}  // namespace

Result<MonitorStart> read_monitor_start(const IncomingMessage& message, DeviceForms& forms) {
    RequestFields fields(message.root(), &forms);
    MonitorStart request;
    read_object(fields, request);
    request.type = fields.optional_word<MonitorType>("monitorType", kMonitorTypes, request.type);
    request.filter = read_filter(fields, "requestedMonitorFilter");
    return fields.finish(std::move(request));
}

Result<MonitorStop> read_monitor_stop(const IncomingMessage& message) {
    RequestFields fields(message.root(), nullptr);
    MonitorStop request;
    request.cross_ref_id = fields.text("monitorCrossRefID");
    return fields.finish(std::move(request));
}

Result<ChangeMonitorFilter> read_change_monitor_filter(const IncomingMessage& message) {
    RequestFields fields(message.root(), nullptr);
    ChangeMonitorFilter request;
    request.cross_ref_id = fields.text("monitorCrossRefID");
    fields.join(fields.inside_mandatory("requestedFilterList"));
    request.filter = read_filter(fields, "requestedFilterList");
    return fields.finish(std::move(request));
}

Result<csta::SnapshotDevice> read_snapshot_device(const IncomingMessage& message, DeviceForms& forms) {
    RequestFields fields(message.root(), &forms);
    csta::SnapshotDevice request;
    request.device = fields.device("snapshotObject");
    return fields.finish(std::move(request));
}

Result<csta::SnapshotCall> read_snapshot_call(const IncomingMessage& message, DeviceForms& forms) {
    RequestFields fields(message.root(), &forms);
    csta::SnapshotCall request;
    request.call = fields.call("snapshotObject");
    return fields.finish(std::move(request));
}

}  // namespace ctiengine::gateway
