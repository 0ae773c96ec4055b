#include "gateway/xml/predictive_call_reader.hpp"

#include "gateway/xml/request_fields.hpp"

#include <algorithm>

namespace ctiengine::gateway {
namespace {

constexpr std::array<Word<csta::AllocationState>, 2> kConditions = {{
    {"callDelivered", csta::AllocationState::CallDelivered},
    {"callEstablished", csta::AllocationState::CallEstablished},
}};
constexpr std::array<Word<bool>, 2> kConditionActions = {
    {{"destinationDetection", true}, {"remainConnected", false}}};
constexpr std::array<Word<csta::AnswerTreatment>, 2> kMachineActions = {{
    {"clearCalledConnection", csta::AnswerTreatment::Drop},
    {"remainConnected", csta::AnswerTreatment::Connect},
}};
enum class Answerer { Human, Machine };
constexpr std::array<Word<Answerer>, 2> kAnswerers = {
    {{"humanVoice", Answerer::Human}, {"answeringMachine", Answerer::Machine}}};
constexpr std::array<Word<bool>, 1> kRemain = {{{"remainConnected", true}}};

constexpr int kLongestAlertTime = 90;
constexpr std::int64_t kSecondsPerRing = 6;
constexpr std::int64_t kFewestRings = 2;
constexpr std::int64_t kMostRings = 15;

csta::AllocationState read_signalling(RequestFields& fields, bool& detect) {
    auto signalling = fields.inside("signallingDetection");
    if (!signalling) return csta::AllocationState::CallEstablished;
    const auto condition = signalling.word<csta::AllocationState>("signallingCondition", kConditions);
    detect = signalling.word<bool>("signallingConditionsAction", kConditionActions);
    fields.join(signalling);
    return condition;
}

void read_detection_item(RequestFields item, csta::AnswerTreatment& treatment, RequestFields& fields) {
    if (item.word<Answerer>("destinationCondition", kAnswerers) == Answerer::Machine) {
        treatment = item.word<csta::AnswerTreatment>("detectionAction", kMachineActions);
    } else {
        item.word<bool>("detectionAction", kRemain);  // a person is always put through
    }
    fields.join(item);
}

csta::AnswerTreatment read_detection(RequestFields& fields) {
    auto treatment = csta::AnswerTreatment::NoTreatment;
    const auto list = fields.inside("destinationDetection").element();
    for (auto item = list.first_child(); item; item = item.next_sibling()) {
        if (local_name(item) == "detectionItem") read_detection_item({item, nullptr}, treatment, fields);
    }
    return treatment;
}

std::int32_t read_rings(RequestFields& fields) {
    const auto seconds = fields.optional_number("alertTime", 1, kLongestAlertTime);
    if (!seconds) return 0;
    const auto rings = (*seconds + kSecondsPerRing - 1) / kSecondsPerRing;
    return static_cast<std::int32_t>(std::clamp(rings, kFewestRings, kMostRings));
}

}  // namespace

Result<csta::MakePredictiveCall> read_make_predictive_call(
    const IncomingMessage& message, DeviceForms& forms
) {
    RequestFields fields(message.root(), &forms);
    csta::MakePredictiveCall request;
    request.calling = fields.device("callingDevice");
    request.called = fields.device("calledDirectoryNumber");
    bool detect = true;
    request.allocation = read_signalling(fields, detect);
    const auto treatment = read_detection(fields);
    if (detect) request.answering_machine = treatment;
    fields.optional_word<bool>("defaultAction", kRemain, true);
    request.max_rings = read_rings(fields);
    request.priority = fields.priority();
    request.user_data = fields.user_data();
    auto data = fields.inside_private("MakePredictiveCallPrivateData");
    request.dest_route = data.optional_device("destRoute");
    fields.join(data);
    return fields.finish(std::move(request));
}

}  // namespace ctiengine::gateway
