#include "admin/cli/license_client.hpp"

#include "common/grpc_security/peer_channel.hpp"
#include "config/license_settings.hpp"
#include "ctiengine/license/v1/license.grpc.pb.h"

#include <chrono>

namespace ctiengine::admin {
namespace {

constexpr auto kPatience = std::chrono::seconds(5);

Error no_answer(const std::string& address, const std::string& why) {
    return {
        Errc::NotConnected, "license-svc at " + address + " does not answer: " + why +
                                ". Does it run? --config names its settings file, --address another place"};
}

}  // namespace

Result<license::v1::LicenseStatus> license_status(
    const std::filesystem::path& config, const std::string& address
) {
    const auto values = config::load_settings(config::SettingsFileKind::Engine, config);
    if (!values) return values.error();
    const auto settings = config::license_settings(*values, std::filesystem::absolute(config).parent_path());
    if (!settings) return settings.error();
    using grpc_security::Role;
    const auto& peers = settings->peers;
    const auto& where = address.empty() ? settings->address : address;
    auto way = grpc_security::PeerChannel::open(
        where, Role::Admin, Role::License,
        {peers.certificate, peers.private_key, peers.authority, peers.users}
    );
    if (!way) return way.error();
    const auto channel = (*way)->channel();
    if (!channel) return no_answer(where, channel.error().detail);
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + kPatience);
    license::v1::LicenseStatus status;
    const auto done = license::v1::License::NewStub(*channel)->GetStatus(&context, {}, &status);
    if (!done.ok()) return no_answer(where, done.error_message());
    return status;
}

}  // namespace ctiengine::admin
