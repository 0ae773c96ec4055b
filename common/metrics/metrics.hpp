#pragma once
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace prometheus {
class Collectable;
}

namespace ctiengine::metrics {

/// Names and values of a series' labels. Never a user, an extension, an address or a call: their number has
/// no bound.
using Labels = std::map<std::string, std::string>;

/// What a process tells Prometheus. Values are asked for when somebody reads them, so counting costs nothing
/// extra. Add everything before the first reading; the functions are called on the server's threads.
class Metrics {
  public:
    using Value = std::function<double()>;

    Metrics();

    /// `name`: with the prefix ctiengine_ and, for counters, the suffix _total; `help`: one sentence. The
    /// same name may be added with several sets of labels.
    void add_counter(const std::string& name, const std::string& help, Labels labels, Value value);
    void add_gauge(const std::string& name, const std::string& help, Labels labels, Value value);

    std::shared_ptr<prometheus::Collectable> collectable() const;

    /// What Prometheus would read now: for a program that answers HTTP itself.
    std::string text() const;

  private:
    class Families;
    std::shared_ptr<Families> families_;
};

}  // namespace ctiengine::metrics
