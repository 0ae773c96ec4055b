// A client's message from its text to the worker's door: scan, parse, the reader of its name, the way over
// gRPC.
#include "common/csta_proto/csta_proto.hpp"
#include "gateway/xml/error_writer.hpp"
#include "gateway/xml/session_writer.hpp"
#include "tests/fuzz/input.hpp"
#include "tests/fuzz/oracle.hpp"
#include "tests/unit/gateway/xml/request_variations.hpp"
#include "tests/unit/gateway/xml/requests_under_test.hpp"

#include <algorithm>

namespace ctiengine::fuzz {
namespace {

using namespace ctiengine::gateway;

void require_document(const std::string& xml) {
    const auto scanned = xml_scan::scan(xml);
    require(scanned.has_value(), "what we write is a document that we accept", xml);
}

/// Whatever the client wrote, its negative answer is well-formed.
void check_refusal(const Error& error, Edition edition) {
    require_sentence(error);
    require_document(write_csta_error(csta_error(error), edition));
    require_document(write_session_not_stopped(error.detail));
}

void check_way_to_worker(const csta::Request& request) {
    csta_proto::pb::Request sent;
    csta_proto::to_proto(request, sent);
    const auto bytes = sent.SerializeAsString();
    csta_proto::pb::Request arrived;
    require(arrived.ParseFromString(bytes), "the worker can parse what the gateway sends");
    const auto again = csta_proto::from_proto(arrived);
    require(again == request, "the worker gets what the client asked for", sent.ShortDebugString());
}

void check_reader(const test::RequestUnderTest& row, const IncomingMessage& message) {
    DeviceForms forms;
    const auto read = row.read(message, forms);
    if (!read) return check_refusal(read.error(), message.answer_edition());
    if (const auto* request = std::get_if<csta::Request>(&*read)) check_way_to_worker(*request);
    DeviceForms others;
    const auto again = row.read(message, others);
    require(again && *again == *read, "a message read twice says the same");
}

}  // namespace

void run(Bytes input) {
    const auto message = IncomingMessage::parse(text_of(input));
    if (!message) return check_refusal(message.error(), Edition::Ed3);
    if (const auto id = command_id(*message); !id) check_refusal(id.error(), message->answer_edition());
    const auto& rows = test::requests_under_test();
    const auto named = [&](const auto& row) { return row.name == message->name(); };
    const auto row = std::find_if(rows.begin(), rows.end(), named);
    if (row == rows.end()) return check_refusal(unknown_service(*message), message->answer_edition());
    check_reader(*row, *message);
}

/// Every request with every field that its reader knows, as clients in the field write it, and each of its
/// bad values.
std::vector<Seed> made_seeds() {
    std::vector<Seed> seeds;
    for (const auto& row : test::requests_under_test()) {
        std::size_t number = 0;
        const auto add = [&](std::string xml) {
            seeds.push_back({row.name + "-" + std::to_string(number++), std::move(xml)});
        };
        add(row.xml);
        for (auto& variation : test::variations_of(row.xml)) add(std::move(variation.xml));
        for (const auto& bad : row.bad_values) add(test::with_text(row.xml, bad.path, bad.value));
        for (const auto& path : row.mandatory) add(test::without(row.xml, path));
    }
    return seeds;
}

}  // namespace ctiengine::fuzz
