#include "license-svc/file_licence/host_mac.hpp"

#include "tests/fakes/certificates/certificates.hpp"

#include <gmock/gmock.h>

#include <fstream>

namespace ctiengine::license {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

/// A host that the test makes up.
class MadeUpHost : public ::testing::Test {
  protected:
    MadeUpHost() {
        network_.sys = folder_.path() / "net";
        network_.routes = folder_.path() / "route";
        fs::create_directories(network_.sys);
    }
    void card(const std::string& name, const std::string& mac, int index, int assigned = 0) {
        interface(name, mac, index, assigned);
        fs::create_directories(network_.sys / name / "device");
    }
    void interface(const std::string& name, const std::string& mac, int index, int assigned = 0) {
        const auto place = network_.sys / name;
        fs::create_directories(place);
        std::ofstream(place / "type") << "1\n";
        std::ofstream(place / "address") << mac << "\n";
        std::ofstream(place / "ifindex") << index << "\n";
        std::ofstream(place / "addr_assign_type") << assigned << "\n";
    }
    void below(const std::string& upper, const std::string& lower) {
        fs::create_directory_symlink("../" + lower, network_.sys / upper / ("lower_" + lower));
    }
    void route(const std::string& interface, int metric, const char* flags = "0003") {
        std::ofstream out(network_.routes, std::ios::app);
        if (!routed_)
            out << "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT\n";
        routed_ = true;
        out << interface << "\t00000000\t0100000A\t" << flags << "\t0\t0\t" << metric
            << "\t00000000\t0\t0\t0\n";
    }
    std::vector<std::string> primary(const std::string& wanted = {}) {
        return primary_macs(mac_candidates(network_, wanted));
    }

    testing::TemporaryDirectory folder_;
    HostNetwork network_;
    bool routed_ = false;
};

constexpr char kA[] = "08:00:27:00:00:0a";
constexpr char kB[] = "08:00:27:00:00:0b";
constexpr char kLocal[] = "02:00:00:00:00:01";  // locally administered

TEST_F(MadeUpHost, T3_TheDefaultRouteWithTheLowestMetricChooses) {
    card("eth0", kA, 2);
    card("eth1", kB, 3);
    route("eth0", 200);
    route("eth1", 100);
    EXPECT_THAT(primary(), ElementsAre(kB));
    EXPECT_EQ(mac_candidates(network_).size(), 2U) << "the other one is shown, too";
}

TEST_F(MadeUpHost, T3_WithoutADefaultRouteItIsTheFirstCard) {
    card("eth1", kB, 3);
    card("eth0", kA, 2);
    EXPECT_THAT(primary(), ElementsAre(kA));
}

TEST_F(MadeUpHost, T3_ASettingNamesTheInterface) {
    card("eth0", kA, 2);
    card("eth1", kB, 3);
    route("eth0", 0);
    EXPECT_THAT(primary("eth1"), ElementsAre(kB));
    EXPECT_THAT(primary("eth7"), IsEmpty()) << "there is no such interface, and no other is taken for it";
}

TEST_F(MadeUpHost, T3_ABondABridgeAndAVlanStandForTheirCards) {
    card("eth0", kA, 2);
    card("eth1", kB, 3);
    interface("bond0", "08:00:27:00:00:0c", 4, 3);
    below("bond0", "eth0");
    below("bond0", "eth1");
    interface("bond0.7", "08:00:27:00:00:0c", 5, 2);
    below("bond0.7", "bond0");
    interface("br0", "08:00:27:00:00:0d", 6, 3);
    below("br0", "bond0.7");
    route("br0", 0);
    EXPECT_THAT(primary(), UnorderedElementsAre(kA, kB));
}

TEST_F(MadeUpHost, T3_MembersOfABondAreKnownByTheirPermanentAddresses) {
    // The bonding driver gives all members the bond's address: they then say "set by somebody".
    card("eth0", kA, 2, 3);
    card("eth1", kA, 3, 3);
    interface("bond0", kA, 4, 3);
    below("bond0", "eth0");
    below("bond0", "eth1");
    route("bond0", 0);
    network_.permanent_mac = [](const std::string& name) {
        return std::optional<std::string>(name == "eth0" ? kA : kB);
    };
    EXPECT_THAT(primary(), ElementsAre(kA, kB));
}

TEST_F(MadeUpHost, T3_AnAddressThatWasMadeUpIsNoCards) {
    interface("veth0", "08:00:27:00:00:0c", 2);
    card("eth0", "08:00:27:00:00:0d", 3, 1);  // random
    card("eth1", "08:00:27:00:00:0e", 4, 3);  // set by somebody
    route("eth0", 0);
    EXPECT_THAT(primary(), IsEmpty());
    EXPECT_THAT(primary("eth0"), IsEmpty()) << "naming it does not make it one";
}

TEST_F(MadeUpHost, T3_AnAddressThatWasSetDoesNotHideThePermanentOne) {
    card("eth0", kB, 2, 3);
    network_.permanent_mac = [](const std::string&) { return std::optional<std::string>(kA); };
    route("eth0", 0);
    EXPECT_THAT(primary(), ElementsAre(kA));
}

TEST_F(MadeUpHost, T3_AnAddressThatSomebodyChoseCountsOnlyWhereThereIsNoOther) {
    card("eth0", kLocal, 2);
    route("eth0", 0);
    EXPECT_THAT(primary(), ElementsAre(kLocal)) << "as some hypervisors give them";
    card("eth1", kB, 3);
    EXPECT_THAT(primary(), ElementsAre(kB));
    EXPECT_EQ(mac_candidates(network_)[1].interface, "eth0");
    EXPECT_THAT(mac_candidates(network_)[1].why, HasSubstr("chosen by somebody"));
    EXPECT_THAT(primary("eth0"), ElementsAre(kLocal)) << "when the setting names it";
}

TEST_F(MadeUpHost, T3_ARouteThatRefusesIsNoWayOut) {
    card("eth0", kA, 2);
    card("eth1", kB, 3);
    route("eth1", 100);
    route("eth0", -1, "0200");  // "unreachable default metric 4294967295", as the kernel prints it
    EXPECT_THAT(primary(), ElementsAre(kB));
}

TEST_F(MadeUpHost, T3_InterfacesInACircleAreNoCards) {
    interface("a", kA, 2);
    interface("b", kB, 3);
    below("a", "b");
    below("b", "a");
    route("a", 0);
    EXPECT_THAT(primary(), IsEmpty());
}

TEST_F(MadeUpHost, T3_ThePermanentAddressCountsWhereItIsKnown) {
    card("eth0", kLocal, 2);
    network_.permanent_mac = [](const std::string&) { return std::optional<std::string>(kA); };
    route("eth0", 0);
    EXPECT_THAT(primary(), ElementsAre(kA));
    network_.permanent_mac = [](const std::string&) { return std::optional<std::string>(); };
    EXPECT_THAT(primary(), ElementsAre(kLocal));
    EXPECT_TRUE(mac_candidates(network_)[0].local);
}

TEST(HostMac, AContainerIsSeenByWhatItsMakerLeaves) {
    for (const char* mark : {".dockerenv", "run/.containerenv", "run/systemd/container"}) {
        const testing::TemporaryDirectory root;
        EXPECT_FALSE(in_container(root.path()));
        root.write(mark, "");
        EXPECT_TRUE(in_container(root.path())) << mark;
    }
    const testing::TemporaryDirectory root;
    root.write("proc/1/environ", std::string("HOME=/\0my_container=no\0", 23));
    EXPECT_FALSE(in_container(root.path()));
    root.write("proc/1/environ", std::string("HOME=/\0container=lxc\0", 21));
    EXPECT_TRUE(in_container(root.path()));
}

TEST(HostMac, TheRealHostCanBeLookedAt) {
    for (const auto& candidate : mac_candidates(host_network())) {
        EXPECT_EQ(candidate.mac.size(), 17U) << candidate.interface;
        EXPECT_FALSE(candidate.why.empty());
    }
}

}  // namespace
}  // namespace ctiengine::license
