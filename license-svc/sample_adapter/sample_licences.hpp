#pragma once
#include "ctiengine/weblm/v1/provider.pb.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <string>

namespace ctiengine::sample_adapter {

/// The part that a site replaces: a licence server of one process, with the same number of seats for each
/// keyword that counts, and every feature on. One thread.
class SampleLicences {
  public:
    using Time = std::chrono::steady_clock::time_point;

    explicit SampleLicences(std::uint32_t capacity) : capacity_(capacity) {}

    weblm::v1::Response describe(const weblm::v1::Request& request, Time now);
    weblm::v1::Response acquire(const weblm::v1::Request& request, Time now);
    weblm::v1::Response renew(const weblm::v1::Request& request, Time now);
    weblm::v1::Response release(const weblm::v1::Request& request, Time now);

  private:
    struct Holder {
        std::uint64_t incarnation = 0;
        std::string session;  ///< empty: holds nothing
        std::map<std::string, std::uint32_t> seats{};
        google::protobuf::RepeatedPtrField<weblm::v1::FeatureDemand> demand{};
        Time end{};
    };

    Holder* find(const weblm::v1::Request& request);
    bool displaced(const weblm::v1::Request& request, weblm::v1::Response& response) const;
    void grant(
        Holder& holder,
        const google::protobuf::RepeatedPtrField<weblm::v1::FeatureDemand>& demand,
        weblm::v1::Response& response
    );
    std::uint32_t in_use(const std::string& keyword) const;
    void drop_lapsed(Time now);

    std::uint32_t capacity_;
    std::uint64_t sessions_ = 0;
    std::map<std::string, Holder> holders_;  ///< by client id
};

}  // namespace ctiengine::sample_adapter
