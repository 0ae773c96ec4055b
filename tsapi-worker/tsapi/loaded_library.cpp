#include "tsapi-worker/tsapi/loaded_library.hpp"

#include <dlfcn.h>

namespace ctiengine::tsapi {
namespace {

constexpr auto* kBits = sizeof(void*) == 4 ? "32" : "64";

Result<void*> open(const std::filesystem::path& file, const char* tag) {
    if (auto* handle = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL)) return handle;
    const auto* said = ::dlerror();
    return Error{
        Errc::NotConnected, "cannot load " + file.string() + " (setting " + tag +
                                "): " + (said ? said : "no reason given") + "; install the TSAPI client, " +
                                kBits + "-bit as this worker is, or correct the setting"};
}

/// Collects the names that a library does not have.
class Resolver {
  public:
    explicit Resolver(void* handle) : handle_(handle) {}

    template <class Function>
    bool find_optional(Function& function, const char* name) {
        function = reinterpret_cast<Function>(::dlsym(handle_, name));
        return function != nullptr;
    }
    template <class Function>
    void find(Function& function, const char* name) {
        if (!find_optional(function, name)) missing_ += (missing_.empty() ? "" : ", ") + std::string(name);
    }
    Result<void> outcome(const std::filesystem::path& file) const {
        if (missing_.empty()) return {};
        return Error{
            Errc::NotConnected,
            file.string() + " lacks " + missing_ +
                ": it is no TSAPI client library or one that is too old; the worker needs "
                "the client of AE Services 6.1 or later"};
    }

  private:
    void* handle_;
    std::string missing_;
};

}  // namespace

Result<TsapiFunctions> load_library(
    const std::filesystem::path& csta, const std::filesystem::path& private_data
) {
    auto csta_handle = open(csta, "TSAPILIBRARY");
    if (!csta_handle) return csta_handle.error();
    auto private_handle = open(private_data, "TSAPIPRIVATELIBRARY");
    if (!private_handle) return private_handle.error();

    TsapiFunctions functions;
    Resolver in_csta(*csta_handle);
    Resolver in_private(*private_handle);
#define CTIENGINE_FIND_CSTA(name) in_csta.find(functions.name, #name);
#define CTIENGINE_FIND_ATT(name) in_private.find(functions.name, #name);
#define CTIENGINE_TRY_CSTA(name) in_csta.find_optional(functions.name, #name);
#define CTIENGINE_TRY_ATT(name) in_private.find_optional(functions.name, #name);
    CTIENGINE_CSTA_FUNCTIONS(CTIENGINE_FIND_CSTA)
    CTIENGINE_ATT_FUNCTIONS(CTIENGINE_FIND_ATT)
    CTIENGINE_OPTIONAL_CSTA_FUNCTIONS(CTIENGINE_TRY_CSTA)
    CTIENGINE_OPTIONAL_ATT_FUNCTIONS(CTIENGINE_TRY_ATT)
#undef CTIENGINE_FIND_CSTA
#undef CTIENGINE_FIND_ATT
#undef CTIENGINE_TRY_CSTA
#undef CTIENGINE_TRY_ATT
    if (auto found = in_csta.outcome(csta); !found) return found.error();
    if (auto found = in_private.outcome(private_data); !found) return found.error();
    return functions;
}

}  // namespace ctiengine::tsapi
