#pragma once
#include "tests/fakes/wss_client/wss_client.hpp"

#include <pugixml.hpp>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ctiengine::tests {

/// A message of the gateway: raw text and parsed form.
struct Received {
    std::string invoke;  ///< "0001", or "9999" for what nobody asked for
    std::string text;
    std::shared_ptr<pugi::xml_document> document;

    std::string root() const { return document->document_element().name(); }
    /// Text of the element at a path such as "connection/callID", by the names in the text; empty when
    /// absent.
    std::string at(const char* path) const {
        return document->document_element().first_element_by_path(path).text().get();
    }
};

/// A softphone over the real WebSocket, with blocking calls. Every message it gets is validated against the
/// schema; a message that is not valid fails the test. One thread per softphone.
class Softphone {
  public:
    explicit Softphone(std::uint16_t port, std::vector<std::string> subprotocols = {"csta-xml"});

    /// StartApplicationSession and MonitorStart for one extension; the usual start of a page. `extra` goes
    /// into the log-in's applicationSpecificInfo.
    void log_in(const std::string& extension, const std::string& extra = {});
    void start_session(
        const std::string& user, const std::string& extra = {}, const std::string& password = {}
    );
    void stop_session();

    /// Sends a request (XML without invoke ID) and waits for its answer. Events that come meanwhile are kept.
    Received request(const std::string& xml);

    /// Sends a request and does not wait; the invoke ID tells the answer.
    std::string send(const std::string& xml);
    Received answer(const std::string& invoke);

    /// Waits for the next event (9999) of this root name that `accept` likes; earlier events that do not fit
    /// are dropped. Throws after `limit`.
    Received event(
        const std::string& root,
        const std::function<bool(const Received&)>& accept = {},
        std::chrono::milliseconds limit = std::chrono::seconds(10)
    );

    /// Takes whatever comes until `done` says so; events update the view.
    void pump_until(
        const std::function<bool()>& done, std::chrono::milliseconds limit = std::chrono::seconds(10)
    );

    // Call control by call ID; each returns the answer.
    Received make_call(const std::string& to, const std::string& extra = {});
    Received answer_call(const std::string& call);
    Received clear_connection(const std::string& call);
    Received hold(const std::string& call);
    Received retrieve(const std::string& call);

    /// The calls of the extension as this client knows them from its events: call ID → local state.
    const std::map<std::string, std::string>& calls() const { return calls_; }
    const std::string& extension() const { return extension_; }
    const std::string& monitor() const { return monitor_; }
    const std::string& session() const { return session_; }
    testing::WssClient& socket() { return socket_; }

    /// Every event that came, in order: "DeliveredEvent 17".
    const std::vector<std::string>& history() const { return history_; }

    /// (epoch, seq) of every event that carried an EventId, in order.
    const std::vector<std::pair<std::string, long>>& event_numbers() const { return event_numbers_; }

    /// Events that came before the answer to MonitorStart; any is a defect.
    std::size_t events_before_monitor() const { return events_before_monitor_; }

  private:
    bool receive_one(std::chrono::milliseconds limit);
    void keep_view(const Received& event);
    std::string two(const char* root, const char* element, const std::string& call) const;

    testing::WssClient socket_;
    std::string extension_;
    std::string monitor_;
    std::string session_;
    int last_invoke_ = 0;
    std::map<std::string, Received> answers_;
    std::deque<Received> events_;
    std::map<std::string, std::string> calls_;
    std::vector<std::string> history_;
    std::vector<std::pair<std::string, long>> event_numbers_;
    std::size_t events_before_monitor_ = 0;
};

/// `<callID>…</callID><deviceID>…</deviceID>` inside `element`.
std::string connection_xml(const std::string& element, const std::string& call, const std::string& device);

inline constexpr char kCsta[] = "http://www.ecma-international.org/standards/ecma-323/csta/ed3";
inline constexpr char kSession[] = "http://www.ecma-international.org/standards/ecma-354/appl_session";

/// A request element of the CSTA namespace with the given content.
std::string csta(const std::string& root, const std::string& content = {});

}  // namespace ctiengine::tests
