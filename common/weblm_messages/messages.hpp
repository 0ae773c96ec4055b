#pragma once
#include "common/weblm_messages/codes.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What a licence client and a licence server say to each other by the protocol urn:ctiengine:weblm:1: plain
/// values. The readers and writers are request_xml.hpp and response_xml.hpp.
namespace ctiengine::weblm {

inline constexpr std::size_t kMostMessageBytes = 64 * 1024;
inline constexpr std::size_t kLongestId = 128;        ///< bytes of request, client, session and server ids
inline constexpr std::size_t kLongestKeyword = 64;    ///< letters, digits and '_'
inline constexpr std::size_t kLongestText = 1024;     ///< bytes of Response::text
inline constexpr std::size_t kMostFeatures = 64;      ///< of one message
inline constexpr std::uint32_t kMostSeats = 1000000;  ///< of one feature
inline constexpr std::chrono::seconds kLongestLease{86400};

/// Who asks. The id stays for the life of an installation; a higher incarnation replaces what a lower one
/// held.
struct ClientId {
    std::string id;
    std::string instance;  ///< of this start of the program, for logs; may be empty
    std::uint64_t incarnation = 0;
    std::string product;  ///< "CTI_Engine"
    std::string release;  ///< "4.5"
    std::string host_id;  ///< MAC address, "08-00-27-08-BC-E4"; may be empty

    bool operator==(const ClientId&) const = default;
};

/// One line of a demand. The demand is absolute: what is wanted in all, never how much more.
struct FeatureDemand {
    std::string keyword;
    std::optional<std::uint32_t> count;  ///< seats, 0 to kMostSeats; none: an on/off feature
    bool optional = false;               ///< without it the rest is still wanted

    bool operator==(const FeatureDemand&) const = default;
};

struct Request {
    std::string request_id;  ///< not empty; repeated, it gets the same answer again
    ClientId client;
    Verb verb = Verb::Describe;
    std::string session;                  ///< empty: a new one (Acquire); Renew and Release have one
    std::vector<FeatureDemand> features;  ///< of Acquire at least one; of Renew none: as before

    bool operator==(const Request&) const = default;
};

/// What a client has got of one feature, or, as answer to Describe, what there is.
struct Grant {
    std::string keyword;
    std::string name;  ///< for people; may be empty
    std::optional<std::uint32_t> requested;
    std::optional<std::uint32_t> granted;   ///< of a feature with seats
    std::optional<bool> on;                 ///< of an on/off feature
    std::optional<std::uint32_t> capacity;  ///< seats in the licence
    std::optional<std::uint32_t> in_use;    ///< seats that all clients hold
    std::string expires;                    ///< "permanent" or an ISO date, "2027-01-01"; empty: not told

    bool operator==(const Grant&) const = default;
};

/// Whose licence the server has; in the answer to Describe.
struct Product {
    std::string name;     ///< "CTI_Engine"
    std::string display;  ///< for people
    std::string release;
    std::string sid;  ///< system id of the licence

    bool operator==(const Product&) const = default;
};

struct Response {
    std::string request_id;  ///< of the request; empty when the server could not read it
    std::string server_id;
    std::int64_t server_time = 0;  ///< seconds since 1970, UTC
    ResultCode code = ResultCode::Ok;
    std::string text;     ///< a sentence for the log; may be empty
    std::string session;  ///< empty: there is none
    std::chrono::seconds lease{0};
    std::chrono::seconds renew{0};  ///< when the client should renew, not above `lease`
    std::optional<Product> product{};
    std::vector<Grant> grants;

    bool operator==(const Response&) const = default;
};

}  // namespace ctiengine::weblm
