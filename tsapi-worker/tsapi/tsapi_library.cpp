#include "tsapi-worker/tsapi/tsapi_library.hpp"

#include "tsapi-worker/tsapi/acs_stream.hpp"
#include "tsapi-worker/tsapi/loaded_library.hpp"

namespace ctiengine::tsapi {

TsapiLibrary::TsapiLibrary(
    boost::asio::any_io_executor executor, std::filesystem::path csta, std::filesystem::path private_data
)
    : executor_(std::move(executor)), csta_(std::move(csta)), private_data_(std::move(private_data)) {}

Result<void> TsapiLibrary::load() {
    if (functions_) return {};
    auto loaded = load_library(csta_, private_data_);
    if (!loaded) return loaded.error();
    functions_ = std::make_shared<const TsapiFunctions>(*loaded);
    return {};
}

std::unique_ptr<SwitchStream> TsapiLibrary::open(StreamSettings settings, SwitchListener listener) {
    return std::make_unique<AcsStream>(functions_, std::move(settings), executor_, std::move(listener));
}

}  // namespace ctiengine::tsapi
