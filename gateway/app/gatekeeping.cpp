#include "gateway/app/gatekeeping.hpp"

#include "common/logging/log.hpp"
#include "common/ops/process_main.hpp"

#include <sys/resource.h>

#include <algorithm>

namespace ctiengine::gateway {
namespace {

constexpr std::uint16_t kClientLoggerPort = 9090;
constexpr rlim_t kOtherFiles = 256;  // logs, gRPC, listening ports

admission::OriginRule origin_rule(const config::GatewaySettings& settings, const PortParts& parts) {
    if (settings.origins.origins.empty()) {
        auto own_name = [tls = parts.tls](const std::string& host) { return tls->get()->is_named(host); };
        return admission::OriginRule::own(std::move(own_name), {443, settings.port, kClientLoggerPort});
    }
    auto rule = admission::OriginRule::listed(settings.origins.origins);
    if (!rule) throw ops::StartError(ops::kInvalidSettings, rule.error().detail);
    return std::move(*rule);
}

Task<Result<void>> check_token(
    identity::Authenticator& authenticator, std::string token, std::string source
) {
    identity::Credentials credentials;
    credentials.token = std::move(token);
    credentials.source = std::move(source);
    auto identity = co_await authenticator.authenticate(std::move(credentials));
    if (!identity) co_return identity.error();
    co_return Result<void>();
}

}  // namespace

std::shared_ptr<admission::Gatekeeper> make_gatekeeper(
    const config::GatewaySettings& settings, const PortParts& parts
) {
    auto balancers = client_address::AddressList::parse(settings.sources.load_balancers);
    if (!balancers) throw ops::StartError(ops::kInvalidSettings, "LOADBALANCER: " + balancers.error().detail);
    admission::GatekeeperSettings rules;
    rules.balancers = std::move(*balancers);
    rules.most_per_source = settings.sources.most_per_source;
    rules.limit_behind_balancers = settings.sources.limit_behind_load_balancer;
    rules.allow_missing_origin = settings.origins.allow_missing;
    admission::Gatekeeper::CheckToken check;
    if (parts.authenticator->takes_tokens()) {
        check = [authenticator = parts.authenticator](std::string token, std::string source) {
            return check_token(*authenticator, std::move(token), std::move(source));
        };
    }
    admission::Gatekeeper::Parts others{
        origin_rule(settings, parts), parts.rates, std::move(check), parts.refusals};
    return std::make_shared<admission::Gatekeeper>(std::move(rules), std::move(others));
}

std::size_t possible_connections(std::size_t wanted) {
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return wanted;
    if (files.rlim_cur < files.rlim_max) {
        files.rlim_cur = files.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &files);
        ::getrlimit(RLIMIT_NOFILE, &files);
    }
    const auto most = files.rlim_cur > kOtherFiles ? files.rlim_cur - kOtherFiles : 1;
    if (wanted <= most) return wanted;
    logging::warn(
        "MAXCONNECTIONS is {}, but this process may open {} files: {} connections are possible; raise "
        "LimitNOFILE",
        wanted, files.rlim_cur, most
    );
    return static_cast<std::size_t>(most);
}

}  // namespace ctiengine::gateway
