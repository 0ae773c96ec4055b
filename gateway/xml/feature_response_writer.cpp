#include "gateway/xml/feature_response_writer.hpp"

#include "gateway/xml/answer_parts.hpp"
#include "gateway/xml/names.hpp"

namespace ctiengine::gateway {
namespace {

struct Application {
    std::int32_t bit;  ///< of ATTMwiApplication_t
    const char* word;
};
constexpr Application kApplications[] = {
    {0x10, "CTI_ASAI"},       {0x04, "PropertyMgmt"},     {0x01, "MessageCenter"},
    {0x02, "VoiceMessaging"}, {0x08, "LeaveWordCalling"},
};

}  // namespace

std::string write_get_forwarding_response(const csta::ForwardingAnswer& answer, const Dialect& dialect) {
    Response message("GetForwardingResponse", dialect);
    auto list = message.root().child("forwardingList");
    for (const auto& entry : answer.entries) {
        auto item = list.child("forwardListItem");
        item.optional_word("forwardingType", forwarding_type_name(entry.type));
        item.flag("forwardStatus", entry.on);
        if (!entry.forward_to.empty()) write_device(item, "forwardDN", entry.forward_to, dialect);
    }
    return message.text();
}

std::string write_get_do_not_disturb_response(
    const csta::DoNotDisturbAnswer& answer, const Dialect& dialect
) {
    Response message("GetDoNotDisturbResponse", dialect);
    message.root().flag("doNotDisturbOn", answer.on);
    return message.text();
}

std::string write_get_message_waiting_response(
    const csta::MessageWaitingAnswer& answer, const Dialect& dialect
) {
    Response message("GetMessageWaitingIndicatorResponse", dialect);
    message.root().flag("messageWaitingOn", answer.on);
    if (answer.applications == 0) return message.text();
    auto data =
        PrivateData(message.root()).add("GetMessageWaitingIndicatorResponsePrivateData", kAvayaNamespace);
    for (const auto& [bit, word] : kApplications) {
        if ((answer.applications & bit) != 0) data.text("mwiApplicationType", word);
    }
    return message.text();
}

}  // namespace ctiengine::gateway
