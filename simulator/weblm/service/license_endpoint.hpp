#pragma once
#include "simulator/weblm/http/http_message.hpp"
#include "simulator/weblm/model/license_server.hpp"
#include "simulator/weblm/service/fault_switch.hpp"
#include "simulator/weblm/service/request_counters.hpp"

#include <string>

namespace ctiengine::weblm_sim {

inline constexpr auto kLicensePath = "/WebLM/LicenseServer";
inline constexpr auto kPagesPath = "/WebLM/";

/// /WebLM/LicenseServer: HTTP status codes say what is wrong with the transport (400 no XML, 405, 413, 415,
/// 503), the XML answer says the rest. A browser is sent to the log-in page. One thread.
class LicenseEndpoint {
  public:
    LicenseEndpoint(LicenseServer& server, FaultSwitch& faults) : server_(server), faults_(faults) {}

    HttpAnswer answer(const HttpRequest& request);

    [[nodiscard]] const RequestCounters& counters() const { return counters_; }

  private:
    HttpAnswer work_on(const HttpRequest& request);
    HttpAnswer work_with_fault(const HttpRequest& request, const Fault& fault);
    HttpAnswer coded_answer(const HttpRequest& request, weblm::ResultCode code, const std::string& why);
    HttpResponse refuse(unsigned status, const std::string& why);
    HttpResponse respond(weblm::Response answer);

    LicenseServer& server_;
    FaultSwitch& faults_;
    RequestCounters counters_;
    std::string last_body_;  ///< of the answer before
};

}  // namespace ctiengine::weblm_sim
