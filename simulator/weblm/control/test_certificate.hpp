#pragma once
#include "common/result/result.hpp"
#include "common/tls/tls_context.hpp"

#include <filesystem>
#include <memory>

namespace ctiengine::weblm_sim {

/// A certificate that clients ought to refuse may be expired: it is loaded as on its last day. Other mistakes
/// (no such file, another key) are errors as ever.
Result<std::shared_ptr<const tls::TlsContext>> load_test_certificate(
    const std::filesystem::path& chain, const std::filesystem::path& key
);

}  // namespace ctiengine::weblm_sim
