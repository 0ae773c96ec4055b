#include "common/websocket/static_files.hpp"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

namespace ctiengine::websocket {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kContentTypes{{
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".webp", "image/webp"},
    {".woff2", "font/woff2"},
    {".wasm", "application/wasm"},
    {".txt", "text/plain; charset=utf-8"},
}};

std::string_view content_type_of(const fs::path& file) {
    const auto extension = file.extension().string();
    for (const auto& [known, type] : kContentTypes) {
        if (extension == known) return type;
    }
    return "application/octet-stream";
}

std::optional<unsigned> hex_digit(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return std::nullopt;
}

/// Empty when the encoding is broken. Decodes once: "%252e" stays "%2e".
std::optional<std::string> percent_decoded(std::string_view text) {
    std::string decoded;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            decoded.push_back(text[at]);
            continue;
        }
        const auto high = at + 1 < text.size() ? hex_digit(text[at + 1]) : std::nullopt;
        const auto low = at + 2 < text.size() ? hex_digit(text[at + 2]) : std::nullopt;
        if (!high || !low) return std::nullopt;
        decoded.push_back(static_cast<char>(*high * 16 + *low));
        at += 2;
    }
    return decoded;
}

/// No empty or hidden segment, no dot segment, nothing that means more than a character to the file system.
bool is_plain_path(std::string_view path) {
    for (const char byte : path) {
        if (static_cast<unsigned char>(byte) < 0x20 || byte == '\\' || byte == 0x7f) return false;
    }
    while (!path.empty()) {
        const auto slash = path.find('/');
        const auto segment = path.substr(0, slash);
        if (segment.empty() || segment.front() == '.') return false;
        if (slash == std::string_view::npos) break;
        path.remove_prefix(slash + 1);
    }
    return true;
}

bool is_below(const fs::path& file, const fs::path& root) {
    const auto relative = file.lexically_relative(root);
    return !relative.empty() && *relative.begin() != "..";
}

class StaticFiles {
  public:
    StaticFiles(fs::path root, std::string prefix) : root_(std::move(root)), prefix_(std::move(prefix)) {}

    HttpResponse operator()(const HttpRequest& request) const {
        if (request.method != "GET" && request.method != "HEAD") return refused_method();
        const auto file = locate(request.target);
        if (!file) return not_found();
        return contents(*file, request.header("If-None-Match"));
    }

  private:
    std::optional<fs::path> locate(std::string_view target) const {
        target = target.substr(0, target.find_first_of("?#"));
        if (!target.starts_with(prefix_)) return std::nullopt;
        auto path = percent_decoded(target.substr(prefix_.size()));
        if (!path) return std::nullopt;
        if (path->empty() || path->ends_with('/')) *path += "index.html";
        if (!is_plain_path(*path)) return std::nullopt;
        std::error_code failed;
        auto file = fs::canonical(root_ / *path, failed);  // follows symbolic links
        if (failed || !is_below(file, root_) || !fs::is_regular_file(file, failed)) return std::nullopt;
        return file;
    }

    static HttpResponse contents(const fs::path& file, std::string_view known_tag) {
        std::error_code failed;
        const auto size = fs::file_size(file, failed);
        const auto changed = fs::last_write_time(file, failed).time_since_epoch().count();
        std::ifstream input(file, std::ios::binary);
        if (failed || !input) return not_found();
        const auto tag = fmt::format("\"{:x}-{:x}\"", static_cast<std::uint64_t>(changed), size);
        HttpResponse response = guarded(200);
        response.content_type = content_type_of(file);
        response.headers.emplace_back("ETag", tag);
        response.headers.emplace_back("Cache-Control", "no-cache");  // keep, but ask whether it still holds
        if (known_tag == tag) {
            response.status = 304;
            return response;
        }
        response.body.assign(std::istreambuf_iterator<char>(input), {});
        return response;
    }

    static HttpResponse guarded(unsigned status) {
        HttpResponse response;
        response.status = status;
        response.headers.emplace_back("X-Content-Type-Options", "nosniff");
        response.headers.emplace_back("Referrer-Policy", "no-referrer");
        response.headers.emplace_back(
            "Content-Security-Policy",
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src "
            "'none'"
        );
        return response;
    }

    static HttpResponse not_found() {
        auto response = guarded(404);
        response.body = "There is no such page.\n";
        return response;
    }

    static HttpResponse refused_method() {
        auto response = guarded(405);
        response.body = "Only GET and HEAD are possible here.\n";
        response.headers.emplace_back("Allow", "GET, HEAD");
        return response;
    }

    fs::path root_;
    std::string prefix_;
};

}  // namespace

Result<HttpResponder> serve_files(const StaticFilesSettings& settings) {
    const auto& prefix = settings.prefix;
    if (!prefix.starts_with('/') || !prefix.ends_with('/')) {
        return Error{Errc::InvalidSettings, "the path prefix \"" + prefix + "\" must begin and end with '/'"};
    }
    std::error_code failed;
    auto root = fs::canonical(settings.root, failed);
    if (failed || !fs::is_directory(root, failed)) {
        return Error{
            Errc::InvalidSettings, settings.root.string() + ": is no directory that can be read, so " +
                                       prefix + " cannot be served"};
    }
    return HttpResponder(StaticFiles(std::move(root), prefix));
}

}  // namespace ctiengine::websocket
