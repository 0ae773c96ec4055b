// What a licence server answers: the client's reader of XML, and what the client makes of it.
//
// The input is the body of an answer.
#include "common/weblm_messages/response_xml.hpp"
#include "license-svc/weblm/verdict.hpp"
#include "tests/fuzz/input.hpp"
#include "tests/fuzz/oracle.hpp"

#include <algorithm>

namespace ctiengine::fuzz {
namespace {

constexpr std::uint32_t kUsers = 100;

weblm::Response full_answer() {
    weblm::Response answer;
    answer.request_id = "r-1";
    answer.server_id = "weblm-1";
    answer.server_time = 1'767'323'045;
    answer.code = weblm::ResultCode::Partial;
    answer.text = "80 of 100 seats";
    answer.session = "s-1";
    answer.lease = std::chrono::seconds(600);
    answer.renew = std::chrono::seconds(180);
    answer.product = weblm::Product{"CTI_Engine", "AES CTI Engine", "4.5", "10042"};
    weblm::Grant users;
    users.keyword = "VALUE_AESO_OPEN_USERS";
    users.name = "AESO Open Users";
    users.requested = 100;
    users.granted = 80;
    users.capacity = 90;
    users.in_use = 85;
    users.expires = "permanent";
    weblm::Grant base;
    base.keyword = "FEAT_AESO_BASE";
    base.on = true;
    base.expires = "2027-01-01";
    answer.grants = {users, base};
    return answer;
}

void check_printable(const std::string& text, std::size_t most) {
    require(text.size() <= most, "a text keeps its limit", text);
    const auto control = [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; };
    require(std::none_of(text.begin(), text.end(), control), "no control character reaches a log", text);
}

void check_limits(const weblm::Response& answer) {
    check_printable(answer.request_id, weblm::kLongestId);
    check_printable(answer.server_id, weblm::kLongestId);
    check_printable(answer.session, weblm::kLongestId);
    check_printable(answer.text, weblm::kLongestText);
    require(answer.lease <= weblm::kLongestLease && answer.renew <= answer.lease, "a lease has its limits");
    require(answer.session.empty() || answer.renew.count() > 0, "a session has a time to renew");
    require(answer.grants.size() <= weblm::kMostFeatures, "there is a limit of grants");
    for (const auto& grant : answer.grants) {
        check_printable(grant.keyword, weblm::kLongestKeyword);
        check_printable(grant.name, weblm::kLongestId);
        require(!(grant.on && grant.granted), "a grant is on, or a number of seats");
    }
}

void check_verdict(const weblm::Response& answer) {
    const license::Demand demand{"VALUE_AESO_OPEN_USERS", kUsers, "FEAT_AESO_BASE", "FEAT_AESO_CALLCENTER"};
    const auto verdict = license::verdict_of(demand, answer);
    if (verdict.ruling == license::Ruling::Granted) {
        require(verdict.entitlement.seats > 0, "a grant is of a seat at least");
        require(verdict.entitlement.seats <= kUsers, "a grant is never of more than the demand");
        require(!answer.session.empty(), "a grant has a session");
    } else {
        require(!verdict.why.empty(), "whatever is no grant has a reason");
    }
}

}  // namespace

void run(Bytes bytes) {
    const auto answer = weblm::read_response(text_of(bytes));
    if (!answer) return require_sentence(answer.error());
    check_limits(*answer);
    const auto again = weblm::read_response(weblm::write(*answer));
    require(again && *again == *answer, "written again, an answer says the same");
    check_verdict(*answer);
}

std::vector<Seed> made_seeds() {
    const auto text = weblm::write(full_answer());
    auto refusal = full_answer();
    refusal.code = weblm::ResultCode::DeniedCapacity;
    refusal.session.clear();
    refusal.grants.clear();
    return {
        {"partial", text},
        {"refusal", weblm::write(refusal)},
        {"cut", text.substr(0, text.size() / 2)},
        {"doctype", "<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + text},
        {"log-in-page", "<html><body>log in</body></html>"},
        {"twice", text + text},
        {"zero", text + std::string(1, '\0')},
    };
}

}  // namespace ctiengine::fuzz
