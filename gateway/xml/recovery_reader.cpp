#include "gateway/xml/recovery_reader.hpp"

#include "gateway/xml/request_fields.hpp"

namespace ctiengine::gateway {
namespace {

enum class Offered { TheOnly };
constexpr std::array<Word<Offered>, 1> kDeviceIdTypes = {{{"DMCC", Offered::TheOnly}}};
constexpr std::array<Word<Offered>, 1> kEventFilterModes = {{{"None", Offered::TheOnly}}};

}  // namespace

Result<SessionQuestion> read_session_question(const IncomingMessage& message) {
    RequestFields fields(message.root(), nullptr);
    SessionQuestion question;
    question.session_id = fields.optional_text("sessionID");
    return fields.finish(std::move(question));
}

Result<TransferMonitorObjects> read_transfer_monitor_objects(const IncomingMessage& message) {
    RequestFields fields(message.root(), nullptr);
    TransferMonitorObjects request;
    request.from_session = fields.text("fromSessionID");
    request.to_session = fields.text("toSessionID");
    return fields.finish(std::move(request));
}

Result<void> read_set_session_characteristics(const IncomingMessage& message) {
    RequestFields fields(message.root(), nullptr);
    auto wanted = fields.inside_mandatory("sessionCharacteristics");
    wanted.optional_word<Offered>("deviceIDType", kDeviceIdTypes, Offered::TheOnly);
    wanted.optional_word<Offered>("eventFilterMode", kEventFilterModes, Offered::TheOnly);
    fields.join(wanted);
    if (auto checked = fields.finish(true); !checked) return checked.error();
    return {};
}

}  // namespace ctiengine::gateway
