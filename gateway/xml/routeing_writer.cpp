#include "gateway/xml/routeing_writer.hpp"

#include "gateway/xml/answer_parts.hpp"
#include "gateway/xml/avaya_elements.hpp"
#include "gateway/xml/failure_table.hpp"

namespace ctiengine::gateway {
namespace {

/// In the order of csta::RouteEvent.
constexpr const char* kRootNames[] = {
    "RouteRequest", "ReRoute", "RouteUsed", "RouteEnd", "RouteRegisterAbort"};
static_assert(std::variant_size_v<csta::RouteEvent> == std::size(kRootNames));

/// SelectValue_t.
constexpr const char* kAlgorithms[] = {"normal", "leastCost", "emergency", "aCD", "userDefined"};

void write_avaya_request(ElementWriter data, const csta::CallPrivateData& call, const Dialect& dialect) {
    data.optional_text("trunkGroup", call.trunk_group);
    data.optional_text("trunkMember", call.trunk_member);
    write_lookahead(data, call.lookahead, dialect);
    if (call.entered_code) write_entered_code(data, *call.entered_code, dialect);
    write_avaya_user_data(data, call.user_data, dialect);
    write_avaya_call_linkage(data, call.ucid, dialect);
    write_avaya_device_history(data, call.device_history, dialect);
}

struct Body {
    ElementWriter root;
    std::string_view register_id;
    const Dialect& dialect;

    void operator()(const csta::RouteRequested& e) const {
        dialogue(e.cross_ref);
        write_party(root, "currentRoute", e.current_route, dialect);
        write_party(root, "callingDevice", e.calling, dialect);
        if (e.routed_call.call != 0) write_connection(root, "routedCall", e.routed_call, dialect);
        const auto algorithm = static_cast<std::size_t>(e.algorithm);
        if (algorithm < std::size(kAlgorithms)) root.text("routeSelAlgorithm", kAlgorithms[algorithm]);
        root.flag("priority", e.priority);
        write_call_linkage(root, "callLinkageData", e.private_data.ucid);
        write_device_history(root, e.private_data.device_history, dialect);
        if (e.private_data == csta::CallPrivateData()) return;
        auto data = PrivateData(root).add("RouteRequestPrivateData", kAvayaNamespace);
        write_avaya_request(data, e.private_data, dialect);
    }
    void operator()(const csta::ReRouteRequested& e) const { dialogue(e.cross_ref); }
    void operator()(const csta::RouteUsed& e) const {
        dialogue(e.cross_ref);
        write_party(root, "routeUsed", e.used, dialect);
        write_party(root, "callingDevice", e.calling, dialect);
        root.flag("domain", e.domain);
        if (e.dest_route.empty()) return;
        auto data = PrivateData(root).add("RouteUsedPrivateData", kAvayaNamespace);
        write_device(data, "destRoute", e.dest_route, dialect);
    }
    void operator()(const csta::RouteEnded& e) const {
        dialogue(e.cross_ref);
        const auto code = failure_code(e.error);
        root.child("errorValue").text(category_name(code.category), code.value);
    }
    void operator()(const csta::RouteRegistrationEnded&) const {
        root.text("routeRegisterReqID", register_id);
    }

  private:
    void dialogue(std::int32_t cross_ref) const {
        root.number("crossRefIdentifier", cross_ref);
        root.text("routeRegisterReqID", register_id);
    }
};

}  // namespace

std::string write_route_register_response(std::string_view register_id, const Dialect& dialect) {
    Response message("RouteRegisterResponse", dialect);
    message.root().text("routeRegisterReqID", register_id);
    return message.text();
}

std::string write_route_event(
    const csta::RouteEvent& event, std::string_view register_id, const Dialect& dialect
) {
    MessageBuilder message(kRootNames[event.index()], namespace_of(dialect.edition));
    std::visit(Body{message.root(), register_id, dialect}, event);
    return message.text();
}

}  // namespace ctiengine::gateway
