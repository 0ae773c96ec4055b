#include "license-svc/file_licence/licence_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace ctiengine::license {
namespace {

constexpr std::size_t kLargestKeyFile = 16 * 1024;

/// At most `most` bytes and one more, so that the reader sees that there are too many. ENOENT = not there.
Result<std::string> read(const std::filesystem::path& file, std::size_t most) {
    const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0) {
        const auto why = errno == ELOOP ? "it is a symbolic link" : std::strerror(errno);
        return Error{errno == ENOENT ? Errc::NotConnected : Errc::Io, file.string() + ": " + why};
    }
    struct stat status {};
    std::string text(most + 1, '\0');
    const bool regular = ::fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
    const auto size = regular ? ::read(fd, text.data(), text.size()) : -1;
    ::close(fd);
    if (!regular) return Error{Errc::Io, file.string() + ": it is no regular file"};
    if (size < 0) return Error{Errc::Io, file.string() + ": it cannot be read"};
    text.resize(static_cast<std::size_t>(size));
    return text;
}

}  // namespace

LicenceVerdict look_at_licence(
    const std::filesystem::path& licence, const std::filesystem::path& public_key, const LicenceHost& host
) {
    LicenceVerdict verdict;
    const auto text = read(licence, kLargestLicenceFile);
    if (!text && text.error().code == Errc::NotConnected) {
        verdict.detail = "there is no licence file " + licence.string() + "; the licence server counts";
        return verdict;
    }
    if (!text) {
        verdict.event = LicenceEvent::FileUnreadable;
        verdict.detail =
            text.error().detail + "; put the licence there as a plain file that this user may read";
        return verdict;
    }
    const auto key = read(public_key, kLargestKeyFile);
    if (!key) {
        verdict.event = LicenceEvent::KeyBad;
        verdict.detail = key.error().detail + "; put the supplier's public key there (LICENSEPUBLICKEY)";
        return verdict;
    }
    verdict = check_licence(*text, *key, host);
    if (!verdict.good()) verdict.detail = licence.string() + ": " + verdict.detail;
    return verdict;
}

}  // namespace ctiengine::license
