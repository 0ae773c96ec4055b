#pragma once
#include "tsapi-worker/tsapi/refusal.hpp"

#include <algorithm>

namespace ctiengine::tsapi {

inline constexpr int kFirstWithLongUserData = 6;

/// User data in the layout of a version; `pointer()` is null for "none", as the API wants it.
template <class Info, std::size_t Limit>
class UserInfo {
  public:
    explicit UserInfo(const std::optional<csta::UserData>& data) {
        if (!data) return;
        given_ = true;
        size_ = data->octets.size();
        if (size_ > Limit) return;
        info_.type = static_cast<ATTUUIProtocolType_t>(data->protocol);
        info_.data.length = static_cast<unsigned short>(size_);
        std::copy(data->octets.begin(), data->octets.end(), info_.data.value);
    }
    /// Refuses what does not fit.
    Refusal refusal(int version) const {
        if (size_ <= Limit) return std::nullopt;
        return out_of_range(
            "user data of " + std::to_string(size_) + " octets cannot be sent: private data version " +
            std::to_string(version) + " carries at most " + std::to_string(Limit)
        );
    }
    Info* pointer() { return given_ ? &info_ : nullptr; }

  private:
    Info info_{};
    bool given_ = false;
    std::size_t size_ = 0;
};
using LongUserInfo = UserInfo<ATTUserToUserInfo_t, ATT_MAX_USER_INFO - 1>;
using ShortUserInfo = UserInfo<ATTV5UserToUserInfo_t, ATTV5_MAX_UUI_SIZE>;

}  // namespace ctiengine::tsapi
