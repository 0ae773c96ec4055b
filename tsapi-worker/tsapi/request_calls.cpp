// One overload per request; longer than usual because it is a table of the API's calls.
#include "tsapi-worker/tsapi/request_calls.hpp"

#include "tsapi-worker/tsapi/att_request_data.hpp"
#include "tsapi-worker/tsapi/c_text.hpp"
#include "tsapi-worker/tsapi/failure_words.hpp"

namespace ctiengine::tsapi {
namespace {

using csta::Failure;
using csta::UniversalFailure;
using Refusal = std::optional<Failure>;

Refusal refusal_of(RetCode_t code) {
    if (code >= ACSPOSITIVE_ACK) return std::nullopt;
    auto value = UniversalFailure::ResourceOutOfService;
    if (code == ACSERR_BADPARAMETER) value = UniversalFailure::ValueOutOfRange;
    if (code == ACSERR_QUEUE_FULL || code == ACSERR_NOBUFFERS)
        value = UniversalFailure::OutstandingRequestLimitExceeded;
    return Failure{value, "the TSAPI library did not take the request: " + return_code_words(code)};
}

Failure too_long(const char* what, const std::string& text, std::size_t limit) {
    return {
        UniversalFailure::ValueOutOfRange, std::string(what) + " '" + text.substr(0, 80) +
                                               "' is longer than " + std::to_string(limit) +
                                               " characters, which is all the switch's interface can carry"};
}

/// C copies of what a request names; remembers the first text that does not fit.
class Arguments {
  public:
    void put(DeviceID_t& to, const csta::Device& from) {
        if (!put_text(to, from)) complain("device", from, sizeof(to));
    }
    void put(ConnectionID_t& to, const csta::Connection& from) {
        to = {};
        to.callID = static_cast<long>(from.call);
        to.devIDType = from.dynamic ? DYNAMIC_ID : STATIC_ID;
        put(to.deviceID, from.device);
    }
    void put_agent(AgentID_t& to, const std::string& from) {
        if (!put_text(to, from)) complain("agent ID", from, sizeof(to));
    }
    void put_password(AgentPassword_t& to, const std::string& from) {
        if (!put_text(to, from)) complain("agent password", "(not shown)", sizeof(to));
    }
    const Refusal& refusal() const { return refusal_; }

  private:
    void complain(const char* what, const std::string& text, std::size_t size) {
        if (!refusal_) refusal_ = too_long(what, text, size - 1);
    }
    Refusal refusal_;
};

struct Caller {
    const OpenHandle& at;
    InvokeID_t id;

    using OneConnection = RetCode_t (*)(ACSHandle_t, InvokeID_t, ConnectionID_t*, PrivateData_t*);
    using TwoConnections =
        RetCode_t (*)(ACSHandle_t, InvokeID_t, ConnectionID_t*, ConnectionID_t*, PrivateData_t*);
    using OneDevice = RetCode_t (*)(ACSHandle_t, InvokeID_t, DeviceID_t*, PrivateData_t*);

    Refusal with(OneConnection function, const csta::Connection& connection, PrivateData_t* data = nullptr)
        const {
        ConnectionID_t c_connection;
        Arguments arguments;
        arguments.put(c_connection, connection);
        if (arguments.refusal()) return arguments.refusal();
        return refusal_of(function(at.handle, id, &c_connection, data));
    }
    Refusal with(
        TwoConnections function,
        const csta::Connection& first,
        const csta::Connection& second,
        PrivateData_t* data = nullptr
    ) const {
        ConnectionID_t c_first;
        ConnectionID_t c_second;
        Arguments arguments;
        arguments.put(c_first, first);
        arguments.put(c_second, second);
        if (arguments.refusal()) return arguments.refusal();
        return refusal_of(function(at.handle, id, &c_first, &c_second, data));
    }
    Refusal with(OneDevice function, const csta::Device& device, PrivateData_t* data = nullptr) const {
        DeviceID_t c_device;
        Arguments arguments;
        arguments.put(c_device, device);
        if (arguments.refusal()) return arguments.refusal();
        return refusal_of(function(at.handle, id, &c_device, data));
    }

    /// Private data made from the request, then `next` with it.
    template <class Request, class Next>
    Refusal with_private(const Request& request, Next next) const {
        AttRequestData data(at.library, at.private_data_version);
        if (auto code = data.put(request); code < ACSPOSITIVE_ACK) {
            auto agreed = at.private_data_version == 0
                              ? std::string("no private data version was agreed on with AE Services")
                              : "private data version " + std::to_string(at.private_data_version);
            return Failure{
                UniversalFailure::ValueOutOfRange, "user data, work mode, reason or route cannot be sent (" +
                                                       agreed + "): " + return_code_words(code)};
        }
        return next(data.pointer());
    }

    template <class NotCalledYet>
    Refusal operator()(const NotCalledYet&) const {
        return Failure{UniversalFailure::GenericOperation, "this service is not offered yet"};
    }
    Refusal operator()(const StartMonitor& r) const { return (*this)(csta::MonitorDevice{r.object.device}); }
    Refusal operator()(const csta::MonitorDevice& r) const {
        DeviceID_t device;
        Arguments arguments;
        arguments.put(device, r.device);
        if (arguments.refusal()) return arguments.refusal();
        CSTAMonitorFilter_t everything{};  // a set bit suppresses
        return refusal_of(at.library.cstaMonitorDevice(at.handle, id, &device, &everything, nullptr));
    }
    Refusal operator()(const csta::MonitorStop&) const {
        return Failure{UniversalFailure::InvalidCrossRefId, "a monitor is stopped by its cross reference"};
    }
    Refusal operator()(const StopMonitor& r) const {
        return refusal_of(at.library.cstaMonitorStop(at.handle, id, r.cross_ref, nullptr));
    }
    Refusal operator()(const WatchSystemStatus&) const {
        return refusal_of(at.library.cstaSysStatStart(at.handle, id, 0, nullptr));
    }
    Refusal operator()(const csta::SnapshotDevice& r) const {
        return with(at.library.cstaSnapshotDeviceReq, r.device);
    }
    Refusal operator()(const csta::SnapshotCall& r) const {
        return with(at.library.cstaSnapshotCallReq, r.call);
    }
    Refusal operator()(const csta::MakeCall& r) const {
        return with_private(r, [&](PrivateData_t* data) -> Refusal {
            DeviceID_t calling;
            DeviceID_t called;
            Arguments arguments;
            arguments.put(calling, r.calling);
            arguments.put(called, r.called);
            if (arguments.refusal()) return arguments.refusal();
            return refusal_of(at.library.cstaMakeCall(at.handle, id, &calling, &called, data));
        });
    }
    Refusal operator()(const csta::ConsultationCall& r) const {
        return with_private(r, [&](PrivateData_t* data) -> Refusal {
            ConnectionID_t active;
            DeviceID_t consulted;
            Arguments arguments;
            arguments.put(active, r.active);
            arguments.put(consulted, r.consulted);
            if (arguments.refusal()) return arguments.refusal();
            return refusal_of(at.library.cstaConsultationCall(at.handle, id, &active, &consulted, data));
        });
    }
    Refusal operator()(const csta::AnswerCall& r) const {
        return with(at.library.cstaAnswerCall, r.alerting);
    }
    Refusal operator()(const csta::ClearConnection& r) const {
        return with_private(r, [&](PrivateData_t* data) {
            return with(at.library.cstaClearConnection, r.connection, data);
        });
    }
    Refusal operator()(const csta::ClearCall& r) const { return with(at.library.cstaClearCall, r.call); }
    Refusal operator()(const csta::HoldCall& r) const {
        ConnectionID_t active;
        Arguments arguments;
        arguments.put(active, r.active);
        if (arguments.refusal()) return arguments.refusal();
        return refusal_of(at.library.cstaHoldCall(at.handle, id, &active, FALSE, nullptr));
    }
    Refusal operator()(const csta::RetrieveCall& r) const {
        return with(at.library.cstaRetrieveCall, r.held);
    }
    Refusal operator()(const csta::AlternateCall& r) const {
        return with(at.library.cstaAlternateCall, r.active, r.held);
    }
    Refusal operator()(const csta::ReconnectCall& r) const {
        return with_private(r, [&](PrivateData_t* data) {
            return with(at.library.cstaReconnectCall, r.active, r.held, data);
        });
    }
    Refusal operator()(const csta::TransferCall& r) const {
        return with(at.library.cstaTransferCall, r.held, r.active);
    }
    Refusal operator()(const csta::ConferenceCall& r) const {
        return with(at.library.cstaConferenceCall, r.held, r.active);
    }
    Refusal operator()(const csta::SetAgentState& r) const {
        return with_private(r, [&](PrivateData_t* data) -> Refusal {
            DeviceID_t device;
            AgentID_t agent;
            AgentGroup_t group;
            AgentPassword_t password;
            Arguments arguments;
            arguments.put(device, r.device);
            arguments.put_agent(agent, r.agent_id);
            arguments.put(group, r.group);
            arguments.put_password(password, r.password);
            if (arguments.refusal()) return arguments.refusal();
            auto mode = static_cast<AgentMode_t>(r.mode);
            return refusal_of(
                at.library.cstaSetAgentState(at.handle, id, &device, mode, &agent, &group, &password, data)
            );
        });
    }
    Refusal operator()(const csta::QueryAgentState& r) const {
        return with_private(r, [&](PrivateData_t* data) {
            return with(at.library.cstaQueryAgentState, r.device, data);
        });
    }
    Refusal operator()(const csta::RequestSystemStatus&) const {
        return refusal_of(at.library.cstaSysStatReq(at.handle, id, nullptr));
    }
    Refusal operator()(const csta::QueryUcid& r) const {
        return with_private(r, [&](PrivateData_t* data) {
            return refusal_of(at.library.cstaEscapeService(at.handle, id, data));
        });
    }
    Refusal operator()(const csta::Request& request) const { return std::visit(*this, request); }
};

}  // namespace

std::optional<Failure> call_request(
    const OpenHandle& stream, std::uint32_t invoke_id, const SwitchRequest& request
) {
    return std::visit(Caller{stream, invoke_id}, request);
}

}  // namespace ctiengine::tsapi
