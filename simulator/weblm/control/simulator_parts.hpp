#pragma once
#include "common/tls/current_tls.hpp"
#include "simulator/weblm/http/http_port.hpp"
#include "simulator/weblm/model/license_server.hpp"
#include "simulator/weblm/model/turned_clock.hpp"
#include "simulator/weblm/pages/page_server.hpp"
#include "simulator/weblm/service/fault_switch.hpp"
#include "simulator/weblm/service/license_endpoint.hpp"

#include <memory>

namespace ctiengine::weblm_sim {

/// What the control port reaches into. Everything lives longer than the port.
struct SimulatorParts {
    LicenseServer& server;
    TurnedClock& clock;
    FaultSwitch& faults;
    const LicenseEndpoint& endpoint;
    const PageServer& pages;
    HttpPort& public_port;  ///< of clients and browsers
    tls::CurrentTls& certificate;
    std::shared_ptr<const tls::TlsContext> first_certificate;  ///< of the command line
    Licence first_licence;                                     ///< of the command line
};

}  // namespace ctiengine::weblm_sim
