#include "common/watched_file/file_content.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace ctiengine::watched_file {
namespace {

constexpr std::int64_t kNanoseconds = 1000000000;

class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }

  private:
    int fd_;
};

Error io_error(const std::filesystem::path& file) {
    return {Errc::Io, file.string() + ": " + std::strerror(errno)};
}

Result<void> check_private(const std::filesystem::path& file, const struct stat& state) {
    const auto name = file.string();
    if (state.st_uid != 0 && state.st_uid != ::geteuid()) {
        return Error{
            Errc::Refused, name + " belongs to user " + std::to_string(state.st_uid) +
                               "; it must belong to the user of this process or to root"};
    }
    if ((state.st_mode & (S_IRWXO | S_IWGRP)) != 0) {
        return Error{
            Errc::Refused, name + " can be read or changed by others; run: chmod o=,g-w '" + name + "'"};
    }
    return {};
}

Result<std::string> read_all(const Descriptor& in, const std::filesystem::path& file, std::size_t most) {
    std::string content;
    char block[16384];
    for (;;) {
        const auto count = ::read(in.get(), block, sizeof block);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return io_error(file);
        if (count == 0) return content;
        content.append(block, static_cast<std::size_t>(count));
        if (content.size() > most) {
            return Error{
                Errc::TooLarge, file.string() + " is larger than " + std::to_string(most) + " bytes"};
        }
    }
}

}  // namespace

std::optional<Stamp> stamp_of(const std::filesystem::path& file) {
    struct stat state {};
    if (::stat(file.c_str(), &state) != 0) return std::nullopt;
    Stamp stamp;
    stamp.device = state.st_dev;
    stamp.inode = state.st_ino;
    stamp.size = state.st_size;
    stamp.modified_ns = state.st_mtim.tv_sec * kNanoseconds + state.st_mtim.tv_nsec;
    stamp.changed_ns = state.st_ctim.tv_sec * kNanoseconds + state.st_ctim.tv_nsec;
    return stamp;
}

Result<std::string> read_file(const std::filesystem::path& file, const ReadRules& rules) {
    const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat state {};
    if (in.get() < 0 || ::fstat(in.get(), &state) != 0) return io_error(file);
    if (!S_ISREG(state.st_mode)) return Error{Errc::Io, file.string() + " is not a regular file"};
    if (rules.is_private) {
        auto good = check_private(file, state);
        if (!good) return good.error();
    }
    return read_all(in, file, rules.most_bytes);
}

}  // namespace ctiengine::watched_file
