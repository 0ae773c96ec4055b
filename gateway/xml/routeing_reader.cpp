#include "gateway/xml/routeing_reader.hpp"

#include "gateway/xml/failure_table.hpp"
#include "gateway/xml/request_fields.hpp"

namespace ctiengine::gateway {
namespace {

constexpr std::int64_t kLargest = 2147483647;
constexpr std::int32_t kNoList = -1;
constexpr std::int32_t kNoCount = -2;
constexpr std::size_t kMostCodeDigits = 24;
constexpr int kLongestTimeout = 63;  // s
constexpr std::string_view kCodeDigits = "0123456789*#";
constexpr std::array<Word<std::int32_t>, 2> kCollectTypes = {{{"none", 0}, {"toneDetector", 32}}};
constexpr std::array<Word<std::int32_t>, 2> kProvidedTypes = {{{"none", 0}, {"databaseProvided", 17}}};
constexpr const char* kCategories[] = {
    "operation",
    "stateIncompatibility",
    "systemResourceAvailibility",  // sic
    "subscribedResourceAvailability",
    "performanceManagement",
    "security",
    "privateData",
    "unspecified",
};
constexpr std::array<Word<bool>, 5> kRejectCauses = {{
    {"busyOverflow", true},
    {"queueTimeOverflow", true},
    {"capacityOverflow", true},
    {"calendarOverflow", true},
    {"unknownOverflow", true},
}};

template <class Answer>
OfRegistration<Answer> read_dialogue(RequestFields& fields) {
    OfRegistration<Answer> read;
    read.answer.cross_ref = static_cast<std::int32_t>(fields.number("crossRefIdentifier", 0, kLargest));
    read.register_id = fields.optional_text("routeRegisterReqID");
    return read;
}

std::int32_t read_retries(RequestFields& fields) {
    auto retries = fields.inside("remainRetries");
    if (!retries || retries.has("noListAvailable")) return kNoList;
    if (retries.has("noCountAvailable")) return kNoCount;
    const auto count = retries.number("retryCount", 0, kLargest);
    fields.join(retries);
    return static_cast<std::int32_t>(count);
}

void read_collect_code(RequestFields& data, csta::RouteSelect& select) {
    auto code = data.inside("collectCode");
    if (!code) return;
    csta::CollectCode collect;
    collect.type = code.optional_word<std::int32_t>("collectCodeType", kCollectTypes, 0);
    if (collect.type != 0) {
        collect.digits = static_cast<std::int32_t>(code.number("digitsToBeCollected", 1, kMostCodeDigits));
        collect.timeout_s =
            static_cast<std::int32_t>(code.optional_number("timeout", 0, kLongestTimeout).value_or(0));
        select.collect = collect;
    }
    data.join(code);
}

void read_provided_code(RequestFields& data, csta::RouteSelect& select) {
    auto code = data.inside("userProvidedCode");
    if (!code) return;
    csta::ProvidedCode provided;
    provided.type = code.optional_word<std::int32_t>("providedCodeType", kProvidedTypes, 0);
    if (provided.type != 0) {
        provided.digits = code.digits("data", kMostCodeDigits, kCodeDigits);
        select.provided = provided;
    }
    data.join(code);
}

void read_avaya_select(RequestFields& fields, csta::RouteSelect& select) {
    auto data = fields.inside_private("RouteSelectPrivateData");
    select.direct_agent_split = data.optional_device("directAgentCallSplit");
    select.priority = data.optional_flag("priorityCalling");
    select.dest_route = data.optional_device("destRoute");
    read_collect_code(data, select);
    read_provided_code(data, select);
    select.user_data = data.user_data();
    select.network_redirection = data.optional_flag("networkCallRedirection");
    fields.join(data);
}

csta::UniversalFailure read_error_value(RequestFields& fields) {
    const auto value = fields.inside("errorValue").element();
    for (const auto* name : kCategories) {
        const auto category = child_element(value, name);
        if (!category) continue;
        const auto failure = failure_from(name, trimmed_text(category));
        if (failure) return *failure;
        fields.fail(invalid_value(category, "a value of CSTAErrorCode that the switch knows"));
    }
    return csta::UniversalFailure::GenericUnspecified;
}

}  // namespace

Result<RouteRegister> read_route_register(const IncomingMessage& message, DeviceForms& forms) {
    RequestFields fields(message.root(), &forms);
    RouteRegister request;
    request.routeing_device = fields.optional_device("routeingDevice");
    return fields.finish(std::move(request));
}

Result<RouteRegisterCancel> read_route_register_cancel(const IncomingMessage& message) {
    RequestFields fields(message.root(), nullptr);
    RouteRegisterCancel request;
    request.register_id = fields.text("routeRegisterReqID");
    return fields.finish(std::move(request));
}

Result<OfRegistration<csta::RouteSelect>> read_route_select(
    const IncomingMessage& message, DeviceForms& forms
) {
    RequestFields fields(message.root(), &forms);
    auto read = read_dialogue<csta::RouteSelect>(fields);
    read.answer.selected = fields.device("routeSelected");
    read.answer.remaining_retries = read_retries(fields);
    read.answer.route_used_wanted = fields.optional_flag("routeUsedReq");
    read_avaya_select(fields, read.answer);
    return fields.finish(std::move(read));
}

Result<OfRegistration<csta::RouteEnd>> read_route_end(const IncomingMessage& message) {
    RequestFields fields(message.root(), nullptr);
    auto read = read_dialogue<csta::RouteEnd>(fields);
    read.answer.error = read_error_value(fields);
    return fields.finish(std::move(read));
}

Result<OfRegistration<csta::RouteEnd>> read_route_reject(const IncomingMessage& message) {
    RequestFields fields(message.root(), nullptr);
    auto read = read_dialogue<csta::RouteEnd>(fields);
    fields.optional_word<bool>("rejectCause", kRejectCauses, true);
    read.answer.error = csta::UniversalFailure::ResourceOutOfService;
    return fields.finish(std::move(read));
}

}  // namespace ctiengine::gateway
