#include "simulator/weblm/control/test_certificate.hpp"

#include "common/tls/tls_certificate.hpp"

namespace ctiengine::weblm_sim {

Result<std::shared_ptr<const tls::TlsContext>> load_test_certificate(
    const std::filesystem::path& chain, const std::filesystem::path& key
) {
    const auto certificates = tls::read_certificates(chain);
    if (!certificates) return certificates.error();
    tls::TlsSettings settings;
    settings.certificate_chain = chain;
    settings.private_key = key;
    const auto last_day = tls::end_of_validity(certificates->front().get()) - std::chrono::seconds(1);
    return tls::TlsContext::load(settings, last_day);
}

}  // namespace ctiengine::weblm_sim
