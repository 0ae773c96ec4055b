#include "config/peer_settings.hpp"

#include "config/log_settings.hpp"
#include "config/setting_list.hpp"

namespace ctiengine::config {

PeerSecurity peer_security(const SettingValues& values, const std::filesystem::path& base) {
    PeerSecurity peers;
    peers.certificate = resolved(base, values.text("PEERCERTIFICATE"));
    peers.private_key = resolved(base, values.text("PEERPRIVATEKEY"));
    peers.authority = resolved(base, values.text("PEERCA"));
    peers.users = list_of(values.text("PEERUSERS"));
    return peers;
}

}  // namespace ctiengine::config
