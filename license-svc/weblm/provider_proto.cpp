#include "license-svc/weblm/provider_proto.hpp"

#include "common/weblm_messages/response_xml.hpp"

#include <string>
#include <string_view>

namespace ctiengine::license {
namespace {

namespace pb = weblm::v1;

constexpr std::string_view kCodePrefix = "RESULT_CODE_";

std::optional<weblm::ResultCode> code_of(pb::ResultCode code) {
    const auto& name = pb::ResultCode_Name(code);
    if (!std::string_view(name).starts_with(kCodePrefix)) return std::nullopt;
    return weblm::result_code_from(std::string_view(name).substr(kCodePrefix.size()));
}

weblm::Grant grant_from(const pb::Grant& from) {
    weblm::Grant grant;
    grant.keyword = from.keyword();
    grant.name = from.name();
    if (from.has_requested()) grant.requested = from.requested();
    if (from.has_granted()) grant.granted = from.granted();
    if (from.has_on()) grant.on = from.on();
    if (from.has_capacity()) grant.capacity = from.capacity();
    if (from.has_in_use()) grant.in_use = from.in_use();
    grant.expires = from.expires();
    return grant;
}

}  // namespace

pb::Request to_proto(const weblm::Request& request) {
    pb::Request message;
    message.set_request_id(request.request_id);
    auto& client = *message.mutable_client();
    client.set_id(request.client.id);
    client.set_instance(request.client.instance);
    client.set_incarnation(request.client.incarnation);
    client.set_product(request.client.product);
    client.set_release(request.client.release);
    client.set_host_id(request.client.host_id);
    message.set_session(request.session);
    for (const auto& demand : request.features) {
        auto& feature = *message.add_features();
        feature.set_keyword(demand.keyword);
        if (demand.count) feature.set_count(*demand.count);
        feature.set_optional_feature(demand.optional);
    }
    return message;
}

/// Written as XML and read again, an answer goes through the rules that hold for every licence server.
Result<weblm::Response> from_proto(const pb::Response& message) {
    weblm::Response response;
    const auto code = code_of(message.code());
    if (!code) {
        return Error{
            Errc::InvalidValue, "the answer has result code " + std::to_string(message.code()) +
                                    ", which this engine does not know"};
    }
    response.request_id = message.request_id();
    response.server_id = message.server_id();
    response.server_time = message.server_time();
    response.code = *code;
    response.text = message.text();
    response.session = message.session();
    response.lease = std::chrono::seconds(message.lease_seconds());
    response.renew = std::chrono::seconds(message.renew_seconds());
    if (message.has_product()) {
        const auto& product = message.product();
        response.product =
            weblm::Product{product.name(), product.display(), product.release(), product.sid()};
    }
    for (const auto& grant : message.grants()) response.grants.push_back(grant_from(grant));
    return weblm::read_response(weblm::write(response));
}

}  // namespace ctiengine::license
