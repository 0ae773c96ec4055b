#include "simulator/weblm/licence/example_licence.hpp"

namespace ctiengine::weblm_sim {

Licence example_licence() {
    Licence licence;
    licence.product = "CTI_Engine";
    licence.display = "AES CTI Engine";
    licence.release = "4.5";
    licence.sid = "10042";
    licence.type = "SLF";
    licence.host_ids = {"08-00-27-08-BC-E4"};
    licence.features = {
        {"FEAT_AESO_BASE", "AESO Base", std::nullopt, "permanent", 0},
        {"VALUE_AESO_OPEN_USERS", "AESO Open Users", 100, "permanent", 80},
        {"FEAT_AESO_CALLCENTER", "AESO Call Center", std::nullopt, "permanent", 0},
        {"FEAT_AESO_HA", "AESO High Availability", std::nullopt, "permanent", 0},
        {"VALUE_AESO_OPEN_HA_USERS", "AESO Open High Availability Users", 100, "permanent", 80},
        {"FEAT_AESO_HA_CALLCENTER", "AESO High Availability Call Center", std::nullopt, "permanent", 0},
        {"VALUE_AESO_OPEN_REM_USERS", "AESO Remote Agent Add-on", 100, "permanent", 91},
    };
    return licence;
}

}  // namespace ctiengine::weblm_sim
