// Calls of the routeing dialogue.
#include "tsapi-worker/tsapi/library_call.hpp"

#include <limits>

namespace ctiengine::tsapi {
namespace {

const csta::Failure kNamesADevice{
    csta::UniversalFailure::InvalidCrossRefId,
    "a routeing dialogue is answered with AnswerRoute, by its registration"};

Refusal answer(const LibraryCall& call, RouteRegisterReqID_t register_id, const csta::RouteSelect& r) {
    return call.with_private(r, [&](PrivateData_t* data) -> Refusal {
        DeviceID_t selected;
        RetryValue_t retries = 0;
        CArguments arguments;
        arguments.put(selected, r.selected);
        arguments.put_number(
            "the number of remaining retries", retries, r.remaining_retries, noCountAvailable,
            std::numeric_limits<RetryValue_t>::max()
        );
        if (arguments.refusal()) return arguments.refusal();
        SetUpValues_t no_setup{};
        return call.call(
            &TsapiFunctions::cstaRouteSelectInv, register_id, static_cast<RoutingCrossRefID_t>(r.cross_ref),
            &selected, retries, &no_setup, static_cast<Boolean>(r.route_used_wanted), data
        );
    });
}

Refusal answer(const LibraryCall& call, RouteRegisterReqID_t register_id, const csta::RouteEnd& r) {
    return call.call(
        &TsapiFunctions::cstaRouteEndInv, register_id, static_cast<RoutingCrossRefID_t>(r.cross_ref),
        static_cast<CSTAUniversalFailure_t>(r.error), nullptr
    );
}

}  // namespace

Refusal perform(const LibraryCall& call, const RegisterRoute& r) {
    return call.with(&TsapiFunctions::cstaRouteRegisterReq, r.routeing_device);
}

Refusal perform(const LibraryCall& call, const CancelRoute& r) {
    return call.call(
        &TsapiFunctions::cstaRouteRegisterCancel, static_cast<RouteRegisterReqID_t>(r.register_id), nullptr
    );
}

Refusal perform(const LibraryCall& call, const AnswerRoute& r) {
    return std::visit(
        [&](const auto& given) {
            return answer(call, static_cast<RouteRegisterReqID_t>(r.register_id), given);
        },
        r.answer
    );
}

Refusal perform(const LibraryCall&, const csta::RouteSelect&) {
    return kNamesADevice;
}

Refusal perform(const LibraryCall&, const csta::RouteEnd&) {
    return kNamesADevice;
}

}  // namespace ctiengine::tsapi
