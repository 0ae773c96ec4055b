#include "tests/attack/under_attack.hpp"

int main(int argc, char** argv) {
    ::testing::InitGoogleTest(&argc, argv);
    ::testing::AddGlobalTestEnvironment(new ctiengine::tests::AttackedEngine);  // owned by GoogleTest
    return RUN_ALL_TESTS();
}
