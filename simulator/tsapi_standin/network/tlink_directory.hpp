#pragma once
#include "simulator/tsapi_standin/network/tslibrc.hpp"
#include "tsapi-worker/tsapi/abi/acs.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace ctiengine::tsapi_standin {

/// A TLink as its server advertises it.
struct Tlink {
    std::string name;
    std::string host;
    std::uint16_t port = 0;
};

/// What a name server said; `reached` tells an empty list from silence.
struct NameServerAnswer {
    bool reached = false;
    bool understood = false;
    std::vector<Tlink> tlinks;
};

/// Asks one server for its TLinks of this type. Waits at most ServerDialog::kPatience.
NameServerAnswer ask_name_server(const NameServer& server, StreamType_t type);

/// Finds TLinks, asking the servers of tslibrc in order and no more of them than needed. Used by one thread.
class TlinkDirectory {
  public:
    TlinkDirectory(std::vector<NameServer> servers, StreamType_t type)
        : servers_(std::move(servers)), type_(type) {}

    /// The TLink of this name (case does not matter); nullopt when no server that answers has it.
    std::optional<Tlink> find(const std::string& name);

  private:
    std::vector<NameServer> servers_;
    StreamType_t type_;
    std::size_t asked_ = 0;
    std::vector<Tlink> known_;
};

/// The service type, third field of the name, is CSTA-S: the stream would have to be encrypted.
bool wants_tls(const std::string& tlink);

}  // namespace ctiengine::tsapi_standin
