#include "gateway/requests/get_time_of_day.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/device_query_reader.hpp"
#include "gateway/xml/device_response_writer.hpp"

namespace ctiengine::gateway {
namespace {

Result<csta::QueryTimeOfDay> query(const Result<std::string>& switch_name) {
    if (!switch_name) return switch_name.error();
    return csta::QueryTimeOfDay{};
}

}  // namespace

Task<std::string> get_time_of_day(RequestContext& context, const IncomingMessage& message) {
    auto switch_name = read_get_time_of_day(message);
    auto request = query(switch_name);
    auto name = switch_name ? *switch_name : std::string();
    auto write = [name](const csta::TimeOfDayAnswer& answer, const Dialect&) {
        return write_get_time_of_day_response(answer, name);
    };
    return answer_with<csta::TimeOfDayAnswer>(context, message, std::move(request), write);
}

}  // namespace ctiengine::gateway
