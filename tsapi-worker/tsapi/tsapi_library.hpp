#pragma once
#include "tsapi-worker/tsapi/switch_stream.hpp"
#include "tsapi-worker/tsapi/tsapi_functions.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <filesystem>

namespace ctiengine::tsapi {

/// The vendor's library, or our stand-in, from two files.
class TsapiLibrary final : public SwitchLibrary {
  public:
    /// `executor` runs the listeners of all streams; it must be a strand or have one thread.
    TsapiLibrary(
        boost::asio::any_io_executor executor, std::filesystem::path csta, std::filesystem::path private_data
    );

    Result<void> load() override;
    std::unique_ptr<SwitchStream> open(StreamSettings settings, SwitchListener listener) override;

  private:
    boost::asio::any_io_executor executor_;
    std::filesystem::path csta_;
    std::filesystem::path private_data_;
    std::shared_ptr<const TsapiFunctions> functions_;
};

}  // namespace ctiengine::tsapi
