#include "gateway/xml/feature_reader.hpp"

#include "gateway/xml/request_fields.hpp"

namespace ctiengine::gateway {
namespace {

using Type = csta::ForwardingType;
constexpr std::array<Word<Type>, 7> kForwardingTypes = {{
    {"forwardImmediate", Type::Immediate},
    {"forwardBusy", Type::Busy},
    {"forwardNoAns", Type::NoAnswer},
    {"forwardBusyInt", Type::BusyInternal},
    {"forwardBusyExt", Type::BusyExternal},
    {"forwardNoAnsInt", Type::NoAnswerInternal},
    {"forwardNoAnsExt", Type::NoAnswerExternal},
}};
constexpr std::array<Word<bool>, 2> kTrue = {{{"true", true}, {"1", true}}};

template <class Request>
Result<Request> read_device(const IncomingMessage& message, DeviceForms& forms) {
    RequestFields fields(message.root(), &forms);
    Request request;
    request.device = fields.device("device");
    return fields.finish(std::move(request));
}

/// callOrigination may say what the switch does anyway: all calls.
void refuse_restriction(RequestFields& fields) {
    auto origination = fields.inside("callOrigination");
    if (origination) {
        origination.word<bool>("internal", kTrue);
        origination.word<bool>("external", kTrue);
    }
    fields.join(origination);
    auto callers = fields.inside("callingDeviceList");
    if (!callers.has("callingDevice")) return;
    fields.fail(invalid_value(
        child_element(callers.element(), "callingDevice"), "none: the switch keeps back all calls or none"
    ));
}

}  // namespace

Result<csta::SetForwarding> read_set_forwarding(const IncomingMessage& message, DeviceForms& forms) {
    RequestFields fields(message.root(), &forms);
    csta::SetForwarding request;
    request.device = fields.device("device");
    request.type = fields.optional_word<Type>("forwardingType", kForwardingTypes, Type::Immediate);
    request.on = fields.flag("activateForward");
    request.forward_to = request.on ? fields.device("forwardDN") : fields.optional_device("forwardDN");
    return fields.finish(std::move(request));
}

Result<csta::QueryForwarding> read_get_forwarding(const IncomingMessage& message, DeviceForms& forms) {
    return read_device<csta::QueryForwarding>(message, forms);
}

Result<csta::SetDoNotDisturb> read_set_do_not_disturb(const IncomingMessage& message, DeviceForms& forms) {
    RequestFields fields(message.root(), &forms);
    csta::SetDoNotDisturb request;
    request.device = fields.device("device");
    request.on = fields.flag("doNotDisturbOn");
    refuse_restriction(fields);
    return fields.finish(std::move(request));
}

Result<csta::QueryDoNotDisturb> read_get_do_not_disturb(const IncomingMessage& message, DeviceForms& forms) {
    return read_device<csta::QueryDoNotDisturb>(message, forms);
}

Result<csta::SetMessageWaiting> read_set_message_waiting(const IncomingMessage& message, DeviceForms& forms) {
    RequestFields fields(message.root(), &forms);
    csta::SetMessageWaiting request;
    request.device = fields.device("device");
    request.on = fields.flag("messageWaitingOn");
    return fields.finish(std::move(request));
}

Result<csta::QueryMessageWaiting> read_get_message_waiting(
    const IncomingMessage& message, DeviceForms& forms
) {
    return read_device<csta::QueryMessageWaiting>(message, forms);
}

}  // namespace ctiengine::gateway
