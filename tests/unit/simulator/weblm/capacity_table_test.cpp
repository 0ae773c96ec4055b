#include "simulator/weblm/pages/capacity_table.hpp"

#include "simulator/weblm/pages/html.hpp"
#include "tests/unit/simulator/weblm/server_fixture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::weblm_sim {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(CapacityTable, HasTheManualsColumns) {
    ServerFixture fixture;
    fixture.server.install(example_licence());
    const auto table = capacity_table(fixture.server.feature_uses());
    for (const auto* column :
         {"Feature (licence keyword)", "Expiration date", "Licensed capacity", "Currently used"})
        EXPECT_THAT(table, HasSubstr(">" + std::string(column) + "</th>"));
    EXPECT_THAT(
        table,
        HasSubstr("AESO Open Users <code>(VALUE_AESO_OPEN_USERS)</code></td><td class=\"date\">permanent</td>"
                  "<td class=\"number\">100</td><td class=\"number\">80<meter")
    );
    EXPECT_THAT(
        table, HasSubstr("AESO Base <code>(FEAT_AESO_BASE)</code></td><td class=\"date\">permanent</td>"
                         "<td class=\"number\">on</td><td class=\"number\">Not counted</td>")
    );
}

TEST(CapacityTable, MarksWhatHasExpired) {
    ServerFixture fixture;
    fixture.server.expire("2025-12-31", kBase);
    EXPECT_THAT(capacity_table(fixture.server.feature_uses()), HasSubstr(">2025-12-31 (expired)</td>"));
}

TEST(CapacityTable, LetsNoHtmlOfALicenceThrough) {
    FeatureUse use;
    use.feature.keyword = "K";
    use.feature.name = "<script>alert('1')</script>";
    const auto table = capacity_table({use});
    EXPECT_THAT(table, Not(HasSubstr("<script")));
    EXPECT_THAT(table, HasSubstr("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"));
}

TEST(Html, EscapesWhatHasAMeaning) {
    EXPECT_EQ(escaped(R"(<a href="x" id='y'>&amp;)"), "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;");
}

}  // namespace
}  // namespace ctiengine::weblm_sim
