#pragma once
#include "tests/fakes/signing_keys/signing_keys.hpp"

#include <chrono>
#include <filesystem>
#include <map>
#include <string>

namespace ctiengine::testing {

/// Gives out the tokens of an attack: good ones for the crowd, others for whoever wants to be somebody else.
class IdentityProvider {
  public:
    /// The settings of a gateway that believes this provider; its keys stand in keys.json.
    static std::map<std::string, std::string> settings();
    void write_keys(const std::filesystem::path& folder) const;

    struct Claims {
        std::string user;
        std::string extension;
        std::chrono::seconds left{3600};  ///< negative = it has expired
        std::string audience = "ctiengine";
    };
    std::string token(const Claims& claims) const;
    /// Of "user4001", who has telephone 4001, as Softphone::log_in() takes it.
    std::string proof_of(const std::string& extension) const;

  private:
    SigningKey key_ = SigningKey::elliptic();
};

/// A token as it stands in applicationSpecificInfo.
std::string token_xml(const std::string& token);

}  // namespace ctiengine::testing
