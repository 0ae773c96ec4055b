#pragma once
#include "common/csta/identifiers.hpp"
#include "common/result/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace ctiengine::gateway {

/// How a client spells its devices. DMCC clients write `extension:switch:address:instance`, others the bare
/// extension. Inside the gateway there are bare extensions only; answers and events give each device back in
/// the form the client used for it. One per session, on its strand.
class DeviceForms {
  public:
    /// How many devices are remembered; those that come later are written bare. A softphone uses a handful.
    static constexpr std::size_t kLimit = 1000;

    /// The bare number of `text`, whose spelling is remembered. InvalidValue (detail = the rule alone,
    /// without a place) for an empty, overlong or unprintable number or one with one or two colons. A bare
    /// spelling does not undo a four-field one: such clients still write dialled numbers bare.
    Result<csta::Device> learn(std::string_view text);

    /// Makes the four-field form of an extension and remembers it.
    std::string make(
        std::string_view extension, std::string_view switch_name, std::string_view address, int instance
    );

    /// The client's own spelling of this device; null = the bare number.
    const std::string* find(const csta::Device& device) const;

    /// The client gave the ID back (ReleaseDeviceId).
    void forget(const csta::Device& device) { forms_.erase(device); }

  private:
    void remember(const csta::Device& device, std::string form);

    std::unordered_map<csta::Device, std::string> forms_;
};

}  // namespace ctiengine::gateway
