#include "common/authentication/users_writing.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace ctiengine::authentication {
namespace {

Error io_error(const std::filesystem::path& file) {
    return {Errc::Io, file.string() + ": " + std::strerror(errno)};
}

/// A file that is removed again unless it took the other one's place.
class NewFile {
  public:
    explicit NewFile(const std::filesystem::path& target)
        : target_(target), name_(target.string() + ".XXXXXX") {
        fd_ = ::mkostemp(name_.data(), O_CLOEXEC);  // mode 0600
    }
    ~NewFile() {
        if (fd_ < 0) return;
        ::close(fd_);
        if (!placed_) ::unlink(name_.c_str());
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    bool is_open() const { return fd_ >= 0; }

    bool take_over_owner_and_mode() {
        struct stat old {};
        if (::stat(target_.c_str(), &old) != 0) return errno == ENOENT;
        if (::geteuid() == 0 && ::fchown(fd_, old.st_uid, old.st_gid) != 0) return false;
        return ::fchmod(fd_, S_IRUSR | S_IWUSR | (old.st_mode & S_IRGRP)) == 0;
    }

    bool write(std::string_view text) {
        while (!text.empty()) {
            const auto written = ::write(fd_, text.data(), text.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) return false;
            text.remove_prefix(static_cast<std::size_t>(written));
        }
        return ::fsync(fd_) == 0;
    }

    bool place() {
        placed_ = ::rename(name_.c_str(), target_.c_str()) == 0;
        return placed_;
    }

  private:
    const std::filesystem::path& target_;
    std::string name_;
    int fd_ = -1;
    bool placed_ = false;
};

}  // namespace

Result<void> write_users(const std::filesystem::path& file, const Users& users) {
    const auto text = users_text(users);
    const auto again = read_users(text);
    if (!again.mistakes.empty()) return Error{Errc::InvalidSettings, again.mistakes.front()};
    NewFile next(file);
    if (!next.is_open() || !next.take_over_owner_and_mode() || !next.write(text) || !next.place()) {
        return io_error(file);
    }
    return {};
}

}  // namespace ctiengine::authentication
