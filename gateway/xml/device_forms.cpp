#include "gateway/xml/device_forms.hpp"

#include <algorithm>

namespace ctiengine::gateway {
namespace {

/// A spelling is remembered for the life of the session, so it has a bound; real ones are below 60.
constexpr std::size_t kLongestForm = 255;

bool printable(char c) {
    return c >= ' ' && c <= '~';
}

}  // namespace

Result<csta::Device> DeviceForms::learn(std::string_view text) {
    const auto colons = std::count(text.begin(), text.end(), ':');
    if (colons == 1 || colons == 2) {
        return Error{Errc::InvalidValue, "a bare number, or extension:switch:address:instance"};
    }
    if (text.size() > kLongestForm) {
        return Error{Errc::InvalidValue, "at most " + std::to_string(kLongestForm) + " characters in all"};
    }
    csta::Device device(text.substr(0, text.find(':')));
    if (device.empty() || device.size() > csta::kMaxDeviceLength ||
        !std::all_of(device.begin(), device.end(), printable)) {
        return Error{
            Errc::InvalidValue,
            "1 to " + std::to_string(csta::kMaxDeviceLength) + " printable ASCII characters"};
    }
    if (colons >= 3) remember(device, std::string(text));
    return device;
}

std::string DeviceForms::make(
    std::string_view extension, std::string_view switch_name, std::string_view address, int instance
) {
    std::string form(extension);
    form.append(":").append(switch_name).append(":").append(address).append(":");
    form.append(std::to_string(instance));
    remember(csta::Device(extension), form);
    return form;
}

const std::string* DeviceForms::find(const csta::Device& device) const {
    const auto found = forms_.find(device);
    return found == forms_.end() ? nullptr : &found->second;
}

void DeviceForms::remember(const csta::Device& device, std::string form) {
    if (form.size() > kLongestForm) return;
    const auto known = forms_.find(device);
    if (known != forms_.end()) {
        known->second = std::move(form);
    } else if (forms_.size() < kLimit) {
        forms_.emplace(device, std::move(form));
    }
}

}  // namespace ctiengine::gateway
