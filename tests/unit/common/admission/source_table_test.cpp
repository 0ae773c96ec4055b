#include "common/admission/source_table.hpp"

#include "tests/fakes/fake_connection/fake_connection.hpp"
#include "tests/fakes/task_runner/task_runner.hpp"

#include <gtest/gtest.h>

namespace ctiengine::admission {
namespace {

using namespace std::chrono_literals;
using testing::FakeConnection;
using Place = std::unique_ptr<SourceTable::Place>;

class SourceTableTest : public ::testing::Test {
  protected:
    std::shared_ptr<FakeConnection> connection(std::uint64_t id) {
        auto made = std::make_shared<FakeConnection>(runner_.executor(), "csta-xml");
        made->known().id = id;
        return made;
    }
    std::shared_ptr<SourceTable> table(std::size_t most) {
        auto tell = [this](const connection::ConnectionInfo& info) { replaced_.push_back(info.id); };
        return std::make_shared<SourceTable>(most, 3s, tell);
    }

    testing::TaskRunner runner_;
    std::vector<std::uint64_t> replaced_;
};

TEST_F(SourceTableTest, RefusesTheSecondWhileTheFirstLives) {
    auto sources = table(1);
    auto first = connection(1);
    auto second = connection(2);
    auto place = runner_.run(sources->enter("192.0.2.7", first));
    ASSERT_TRUE(place);
    EXPECT_FALSE(runner_.run(sources->enter("192.0.2.7", second)));
    EXPECT_EQ(first->asked_for_signs, 1U);
    EXPECT_FALSE(first->cut);
    EXPECT_TRUE(runner_.run(sources->enter("192.0.2.8", second))) << "another address";
    place.reset();
    EXPECT_TRUE(runner_.run(sources->enter("192.0.2.7", second)));
    EXPECT_TRUE(replaced_.empty());
}

TEST_F(SourceTableTest, CutsADeadOneThatIsInTheWay) {
    auto sources = table(1);
    auto dead = connection(1);
    dead->gives_signs = false;
    auto old_place = runner_.run(sources->enter("192.0.2.7", dead));
    auto place = runner_.run(sources->enter("192.0.2.7", connection(2)));
    EXPECT_TRUE(place);
    runner_.poll();
    EXPECT_TRUE(dead->cut);
    EXPECT_EQ(replaced_, (std::vector<std::uint64_t>{1}));
    old_place.reset();
    EXPECT_EQ(sources->connections_of("192.0.2.7"), 1U) << "its place was given to the newcomer";
}

TEST_F(SourceTableTest, GivesOnePlaceToOneOfTwoNewcomers) {
    auto sources = table(1);
    auto dead = connection(1);
    dead->gives_signs = false;
    auto old_place = runner_.run(sources->enter("192.0.2.7", dead));
    auto second = connection(2);
    auto third = connection(3);
    auto one = runner_.start(sources->enter("192.0.2.7", second));
    auto other = runner_.start(sources->enter("192.0.2.7", third));
    runner_.run_until([&] {
        return one.wait_for(0s) == std::future_status::ready &&
               other.wait_for(0s) == std::future_status::ready;
    });
    auto place_of_one = one.get();
    auto place_of_other = other.get();
    EXPECT_NE(place_of_one == nullptr, place_of_other == nullptr);
    EXPECT_EQ(sources->connections_of("192.0.2.7"), 1U);
    EXPECT_EQ(replaced_, (std::vector<std::uint64_t>{1})) << "told of once";
}

TEST_F(SourceTableTest, AsksTheOldestFirst) {
    auto sources = table(2);
    auto first = connection(1);
    auto second = connection(2);
    second->gives_signs = false;
    auto place_of_first = runner_.run(sources->enter("192.0.2.7", first));
    auto place_of_second = runner_.run(sources->enter("192.0.2.7", second));
    ASSERT_TRUE(place_of_second);
    auto place = runner_.run(sources->enter("192.0.2.7", connection(3)));
    EXPECT_TRUE(place);
    runner_.poll();
    EXPECT_EQ(first->asked_for_signs, 1U);
    EXPECT_FALSE(first->cut);
    EXPECT_TRUE(second->cut);
}

}  // namespace
}  // namespace ctiengine::admission
