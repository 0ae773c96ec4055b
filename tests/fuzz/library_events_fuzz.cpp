// What the vendor's library hands to the worker, on its way to the client: CSTAEvent_t and ATTEvent_t with
// any content, typed messages, gRPC, XML.
//
// Input: the number of a CSTA message (its place in the table of the wire), the number of a private message
// in the same way or one past the end = none, four bytes of invoke ID or cross reference, then the fields of
// both.
#include "common/csta_proto/csta_proto.hpp"
#include "common/xml_scan/scan.hpp"
#include "gateway/xml/event_writer.hpp"
#include "simulator/wire/att.hpp"
#include "simulator/wire/pdu.hpp"
#include "tests/fuzz/input.hpp"
#include "tests/fuzz/oracle.hpp"
#include "tests/fuzz/raw_struct.hpp"
#include "tsapi-worker/tsapi/event_decoder.hpp"

#include <algorithm>
#include <cstring>

namespace ctiengine::fuzz {
namespace {

using wire::PduInfo;

std::vector<const PduInfo*> pdus_where(bool (*wanted)(const PduInfo&)) {
    std::vector<const PduInfo*> found;
    for (const auto& info : wire::all_pdus()) {
        if (wanted(info)) found.push_back(&info);
    }
    return found;
}

/// Messages that come with an invoke ID or a cross reference, which is where the worker looks for content.
const std::vector<const PduInfo*>& csta_messages() {
    static const auto found = pdus_where([](const PduInfo& info) {
        return info.event_class == CSTAUNSOLICITED || info.event_class == CSTACONFIRMATION ||
               info.event_class == CSTAEVENTREPORT || info.event_class == CSTAREQUEST;
    });
    return found;
}
const std::vector<const PduInfo*>& private_messages() {
    static const auto found =
        pdus_where([](const PduInfo& info) { return info.event_class == wire::kPrivateClass; });
    return found;
}

/// The library's decoder, given by a function pointer without a context: what it answers lies here.
ATTEvent_t private_event;

tsapi::TsapiFunctions library() {
    tsapi::TsapiFunctions functions;
    functions.attPrivateData = [](ATTPrivateData_t*, ATTEvent_t* to) -> RetCode_t {
        *to = private_event;
        return ACSPOSITIVE_ACK;
    };
    return functions;
}

void fill_event(const PduInfo& info, Input& input, RawStructs& structs, CSTAEvent_t& event) {
    event.eventHeader.eventClass = info.event_class;
    event.eventHeader.eventType = info.type;
    const bool has_head = info.event_class != CSTAEVENTREPORT;
    const auto head = has_head ? input.up_to(sizeof(std::uint32_t)) : Bytes();
    auto* const memory = reinterpret_cast<std::byte*>(&event);
    if (!head.empty()) std::memcpy(memory + offsetof(CSTAEvent_t, event), head.data(), head.size());
    structs.fill(
        *info.layout,
        memory + (has_head ? offsetof(CSTAEvent_t, event.cstaConfirmation.u) : offsetof(CSTAEvent_t, event))
    );
}

void fill_private_event(const PduInfo& info, RawStructs& structs) {
    private_event.eventType = info.type;
    structs.fill(*info.layout, reinterpret_cast<std::byte*>(&private_event) + offsetof(ATTEvent_t, u));
}

void require_document(const std::string& xml) {
    const auto scanned = xml_scan::scan(xml);
    require(scanned.has_value(), "whatever the library says, clients get a good document", xml);
}

template <class Message, class Typed>
void check_way_to_gateway(const Typed& typed) {
    Message sent;
    csta_proto::to_proto(typed, sent);
    Message arrived;
    require(
        arrived.ParseFromString(sent.SerializeAsString()), "the gateway can parse what the worker sends",
        sent.ShortDebugString()
    );
    const auto again = csta_proto::from_proto(arrived);
    require(again == typed, "the gateway gets what the worker saw", sent.ShortDebugString());
}

void check_xml(const csta::CallEvent& event) {
    require_document(gateway::write_call_event(event, {"1"}, {}));
}
void check_xml(const csta::AgentEvent& event) {
    require_document(gateway::write_agent_event(event, {"1"}, {}));
}
template <class Other>
void check_xml(const Other&) {}

void check(const tsapi::MonitorReport& report) {
    csta::Event event;
    event.seq = 1;
    std::visit([&](const auto& what) { event.what = what; }, report.what);
    check_way_to_gateway<csta_proto::pb::Event>(event);
    std::visit([](const auto& what) { check_xml(what); }, report.what);
}

void check(const tsapi::Confirmation& confirmation) {
    const auto* response = std::get_if<csta::Response>(&confirmation.answer);
    if (response != nullptr) check_way_to_gateway<csta_proto::pb::Response>(*response);
}

template <class Other>
void check(const Other&) {}

}  // namespace

void run(Bytes bytes) {
    Input input(bytes);
    RawStructs structs(input);
    CSTAEvent_t event{};
    ATTPrivateData_t data{};
    const auto& message = *csta_messages()[input.u16() % csta_messages().size()];
    const auto private_number = input.u16() % (private_messages().size() + 1);
    std::memset(&private_event, 0, sizeof private_event);
    if (private_number < private_messages().size()) {
        data.length = 4;
        fill_private_event(*private_messages()[private_number], structs);
    }
    fill_event(message, input, structs, event);
    const auto decoded = tsapi::decode_event(library(), event, data);
    if (decoded) std::visit([](const auto& what) { check(what); }, *decoded);
}

/// Every message and every private message, once with short texts and small numbers, once with nothing but
/// bytes that are no text at all.
std::vector<Seed> made_seeds() {
    std::vector<Seed> seeds;
    const auto add = [&](std::size_t csta, std::size_t att) {
        std::string head;
        for (const auto number : {csta, att}) {
            head += static_cast<char>(number & 0xff);
            head += static_cast<char>(number >> 8);
        }
        std::string texts;
        for (int i = 0; i < 1500; ++i) texts += static_cast<char>(i % 16 == 0 ? 'A' + i / 16 % 26 : i % 4);
        const auto name = "csta-" + std::to_string(csta) + "-att-" + std::to_string(att);
        seeds.push_back({name, head + texts});
        seeds.push_back({name + "-no-text", head + std::string(1500, '\xff')});
    };
    const auto none = private_messages().size();
    for (std::size_t i = 0; i < csta_messages().size(); ++i) add(i, none);
    for (std::size_t i = 0; i < none; ++i) add(i % csta_messages().size(), i);
    return seeds;
}

}  // namespace ctiengine::fuzz
