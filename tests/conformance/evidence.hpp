#pragma once
#include <map>
#include <string>
#include <string_view>
#include <tuple>

/// What the tests of this run have really done with each message.
namespace ctiengine::conformance {

/// Which way a message goes; RouteEnd goes both.
enum class Direction { Received, Sent };
enum class Check { Positive, Negative, Schema };

/// Called by a test after it has checked `message`. The claim counts only when that test has passed as a
/// whole.
void record(Check check, Direction direction, std::string_view message);

/// The names of the tests that have recorded a check, without those that failed; filled as tests run.
class Evidence {
  public:
    /// The name of the passed test, e.g. "Requests.AreRefused"; empty = nobody has done this check.
    std::string test_of(Check check, Direction direction, const std::string& message) const;

    void add(Check check, Direction direction, std::string message, std::string test);

  private:
    std::map<std::tuple<Check, Direction, std::string>, std::string> tests_;
};

Evidence& evidence();

}  // namespace ctiengine::conformance
