#include "common/secret_memory/secret.hpp"

#include "common/secret_memory/cleanse.hpp"

#include <openssl/crypto.h>

#include <algorithm>
#include <new>
#include <utility>

namespace ctiengine {
namespace {

constexpr std::size_t kLockedBytes = 32 * 1024;  // fits the RLIMIT_MEMLOCK of old systems, 64 KiB
constexpr std::size_t kSmallestBlock = 32;

/// Locked while there is room, else ordinary: OpenSSL's release tells them apart.
char* allocate(std::size_t size) {
    void* place = ::OPENSSL_secure_malloc(size);
    if (place == nullptr) place = ::OPENSSL_malloc(size);
    if (place == nullptr) throw std::bad_alloc();
    return static_cast<char*>(place);
}

}  // namespace

Secret::Secret(std::string_view text) {
    if (text.empty()) return;
    data_ = allocate(text.size());
    size_ = text.size();
    std::copy(text.begin(), text.end(), data_);
}

Secret::Secret(std::string&& text) : Secret(std::string_view(text)) {
    cleanse(text);
}

Secret::Secret(const Secret& other) : Secret(other.reveal()) {}

Secret::Secret(Secret&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

Secret& Secret::operator=(const Secret& other) {
    if (this != &other) *this = Secret(other);
    return *this;
}

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this != &other) {
        clear();
        std::swap(data_, other.data_);
        std::swap(size_, other.size_);
    }
    return *this;
}

Secret::~Secret() {
    clear();
}

void Secret::clear() noexcept {
    if (data_ != nullptr) ::OPENSSL_secure_clear_free(data_, size_);
    data_ = nullptr;
    size_ = 0;
}

bool operator==(const Secret& a, const Secret& b) {
    return a.size_ == b.size_ && (a.size_ == 0 || ::CRYPTO_memcmp(a.data_, b.data_, a.size_) == 0);
}

bool use_locked_memory() {
    return ::CRYPTO_secure_malloc_init(kLockedBytes, kSmallestBlock) == 1;
}

}  // namespace ctiengine
