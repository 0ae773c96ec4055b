// Private data of the answer to a route request.
#include "tsapi-worker/tsapi/att_request_data.hpp"
#include "tsapi-worker/tsapi/att_user_info.hpp"
#include "tsapi-worker/tsapi/c_text.hpp"

namespace ctiengine::tsapi {
namespace {

constexpr int kFirstWithNetworkRedirection = 7;
constexpr std::int32_t kMostCollectedDigits = 24;
constexpr std::int32_t kLongestCollectTimeout = 63;

bool needs_private_data(const csta::RouteSelect& r) {
    return !r.direct_agent_split.empty() || r.priority || !r.dest_route.empty() || r.collect || r.provided ||
           r.user_data || r.network_redirection;
}

/// The C parts of the answer that all versions share.
struct RouteParts {
    DeviceID_t calling{};  // not used by the switch
    DeviceID_t split{};
    DeviceID_t route{};
    Boolean priority = FALSE;
    ATTUserCollectCode_t collect{};
    ATTUserProvidedCode_t provided{};

    Refusal fill(const csta::RouteSelect& r);
};

Refusal RouteParts::fill(const csta::RouteSelect& r) {
    CArguments arguments;
    arguments.put(split, r.direct_agent_split);
    arguments.put(route, r.dest_route);
    priority = static_cast<Boolean>(r.priority);
    if (r.collect) {
        collect.type = static_cast<ATTCollectCodeType_t>(r.collect->type);
        collect.specificEvent = static_cast<ATTSpecificEvent_t>(r.collect->specific_event);
        arguments.put(collect.collectParty, r.collect->party);
        arguments.put_number(
            "the number of digits to collect", collect.digitsToBeCollected, r.collect->digits, 1,
            kMostCollectedDigits
        );
        arguments.put_number(
            "the seconds to wait for digits", collect.timeout, r.collect->timeout_s, 0, kLongestCollectTimeout
        );
    }
    if (r.provided) {
        provided.type = static_cast<ATTProvidedCodeType_t>(r.provided->type);
        if (!put_text(provided.data, r.provided->digits))
            return out_of_range("provided digits are longer than 24, which is all a route answer can carry");
    }
    return arguments.refusal();
}

}  // namespace

Refusal AttRequestData::put(const csta::RouteSelect& r) {
    if (!needs_private_data(r)) return std::nullopt;
    if (auto refused = need("user data, digits, a priority or a route of a route answer")) return refused;
    if (r.network_redirection) {
        if (auto refused = need("a network redirection", kFirstWithNetworkRedirection)) return refused;
    }
    RouteParts p;
    if (auto refused = p.fill(r)) return refused;
    auto* collect = r.collect ? &p.collect : nullptr;
    auto* provided = r.provided ? &p.provided : nullptr;
    using F = TsapiFunctions;
    if (version_ < kFirstWithLongUserData) {
        ShortUserInfo info(r.user_data);
        if (auto refused = info.refusal(version_)) return refused;
        return encode(
            &F::attRouteSelect, &p.calling, &p.split, p.priority, &p.route, collect, provided, info.pointer()
        );
    }
    LongUserInfo info(r.user_data);
    if (auto refused = info.refusal(version_)) return refused;
    if (version_ < kFirstWithNetworkRedirection) {
        return encode(
            &F::attV6RouteSelect, &p.calling, &p.split, p.priority, &p.route, collect, provided,
            info.pointer()
        );
    }
    const auto redirect =
        static_cast<ATTRedirectType_t>(r.network_redirection ? ATT_REDIRECT_NETWORK : ATT_REDIRECT_VDN);
    return encode(
        &F::attV7RouteSelect, &p.calling, &p.split, p.priority, &p.route, collect, provided, info.pointer(),
        redirect
    );
}

}  // namespace ctiengine::tsapi
