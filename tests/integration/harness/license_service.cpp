#include "tests/integration/harness/license_service.hpp"

#include "common/grpc_security/peer_channel.hpp"
#include "ctiengine/license/v1/license.grpc.pb.h"
#include "license-svc/file_licence/host_mac.hpp"
#include "license-svc/license_sign/licence_text.hpp"
#include "tests/integration/harness/engine_under_test.hpp"

#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <fstream>
#include <stdexcept>

namespace ctiengine::tests {
namespace {

using namespace std::chrono_literals;

const license::IssuerKey& supplier() {
    static const auto key = license::IssuerKey::generate("ec").value();
    return key;
}

}  // namespace

LicenseService::LicenseService(std::map<std::string, std::string> settings) {
    settings["LICENSEADDRESS"] = address();
    pugi::xml_document document;
    auto root = document.append_child("CTIENGINECONFIG");
    for (const auto& [tag, value] : settings) root.append_child(tag.c_str()).text().set(value.c_str());
    document.save_file((folder_.path() / "ctiengineconfig.xml").c_str(), "", pugi::format_raw);
    std::filesystem::create_directory(folder_.path() / "certificates");
    folder_.write("certificates/license_public_key.pem", supplier().public_pem());
    advance_to(0s);
}

void LicenseService::start() {
    ChildProcess::Command command{
        CTIENGINE_LICENSE_SVC,
        {"--config", (folder_.path() / "ctiengineconfig.xml").string(), "--dev-clock",
         (folder_.path() / "dev-clock").string()},
        {}};
    const auto log = folder_.path() / ("license-svc-" + std::to_string(++starts_) + ".log");
    process_ = std::make_unique<ChildProcess>(std::move(command), log);
    if (!process_->wait_for_line("ready:", 20s * patience())) {
        throw std::runtime_error("license-svc did not become ready:\n" + process_->output());
    }
}

void LicenseService::put_licence(std::uint32_t users, bool call_center) {
    license::LicenceClaims claims;
    claims.id = "test";
    claims.macs = license::primary_macs(license::mac_candidates(license::host_network()));
    claims.users = users;
    claims.call_center = call_center;
    claims.issued = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    folder_.write("next", license::licence_text(license::claims_json(claims, {}), supplier()));
    std::filesystem::rename(folder_.path() / "next", folder_.path() / "ctienginelicense");
}

void LicenseService::remove_licence() {
    std::filesystem::remove(folder_.path() / "ctienginelicense");
}

void LicenseService::advance_to(std::chrono::seconds offset) {
    folder_.write("next-clock", std::to_string(offset.count()));
    std::filesystem::rename(folder_.path() / "next-clock", folder_.path() / "dev-clock");
}

LicenseService::Status LicenseService::status() const {
    using grpc_security::Role;
    auto way = grpc_security::PeerChannel::open(address(), Role::Admin, Role::License, {});
    const auto channel = way.value()->channel();
    if (!channel) throw std::runtime_error(channel.error().detail);
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + 5s * patience());
    Status status;
    const auto done = license::v1::License::NewStub(*channel)->GetStatus(&context, {}, &status);
    if (!done.ok()) throw std::runtime_error(done.error_message());
    return status;
}

LicenseService::Status LicenseService::wait_until(
    const std::string& what, const std::function<bool(const Status&)>& good, std::chrono::milliseconds limit
) const {
    const auto end = std::chrono::steady_clock::now() + limit * patience();
    for (;;) {
        auto now = status();
        if (good(now)) return now;
        if (std::chrono::steady_clock::now() > end) {
            ADD_FAILURE() << "never came: " << what << "\n" << now.DebugString() << process_->output();
            return now;
        }
        std::this_thread::sleep_for(20ms);
    }
}

}  // namespace ctiengine::tests
