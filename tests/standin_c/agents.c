/* An agent logs in, changes states and leaves. */
#include "tests/standin_c/steps.h"

static InvokeID_t set_state(
    Session* session, AgentMode_t mode, const char* password, ATTWorkMode_t work_mode, long reason
) {
    DeviceID_t device;
    AgentID_t agent;
    AgentGroup_t group;
    AgentPassword_t secret;
    ATTPrivateData_t private_data;
    SET(device, STATION_A);
    SET(agent, "2001");
    SET(group, "");
    SET(secret, password);
    CHECK_INT(tsapi.attV6SetAgentState(&private_data, work_mode, reason, FALSE), ACSPOSITIVE_ACK);
    const InvokeID_t invoke = next_invoke(session);
    CHECK_INT(
        tsapi.cstaSetAgentState(
            session->handle, invoke, &device, mode, &agent, &group, &secret, (PrivateData_t*)&private_data
        ),
        ACSPOSITIVE_ACK
    );
    return invoke;
}

static void state_set(Session* session, InvokeID_t invoke) {
    Event* event = confirmation(session, invoke, CSTA_SET_AGENT_STATE_CONF);
    CHECK_INT(private_part(event, ATT_SET_AGENT_STATE_CONF)->u.setAgentState.isPending, 0);
}

static void check_state(Session* session, AgentState_t state, ATTWorkMode_t work_mode, long reason) {
    DeviceID_t device;
    ATTPrivateData_t private_data;
    SET(device, STATION_A);
    CHECK_INT(tsapi.attQueryAgentState(&private_data, &device), ACSPOSITIVE_ACK);
    SET(device, STATION_A);
    const InvokeID_t invoke = next_invoke(session);
    CHECK_INT(tsapi.cstaQueryAgentState(session->handle, invoke, &device, NULL), ACSPOSITIVE_ACK);
    Event* event = confirmation(session, invoke, CSTA_QUERY_AGENT_STATE_CONF);
    CHECK_INT(event->body->event.cstaConfirmation.u.queryAgentState.agentState, state);
    const ATTQueryAgentStateConfEvent_t* att =
        &private_part(event, ATT_QUERY_AGENT_STATE_CONF)->u.queryAgentState;
    CHECK_INT(att->workMode, work_mode);
    CHECK_INT(att->talkState, TS_IDLE);
    CHECK_INT(att->reasonCode, reason);
}

void agents(Session* session) {
    doing("logging an agent in");
    refusal(session, set_state(session, AM_LOG_IN, "9999", WM_AUX_WORK, 0));
    state_set(session, set_state(session, AM_LOG_IN, "1234", WM_AUX_WORK, 0));
    check_state(session, AG_NOT_READY, WM_AUX_WORK, 0);
    doing("changing the agent's state");
    state_set(session, set_state(session, AM_READY, "1234", WM_AUTO_IN, 0));
    check_state(session, AG_READY, WM_AUTO_IN, 0);
    state_set(session, set_state(session, AM_NOT_READY, "1234", WM_AUX_WORK, 5));
    check_state(session, AG_NOT_READY, WM_AUX_WORK, 5);
    state_set(session, set_state(session, AM_WORK_NOT_READY, "1234", WM_AFTCAL_WK, 0));
    check_state(session, AG_WORK_NOT_READY, WM_AFTCAL_WK, 0);
    doing("logging the agent out");
    state_set(session, set_state(session, AM_LOG_OUT, "1234", WM_NONE, 1));
    CHECK_INT(refusal(session, set_state(session, AM_LOG_OUT, "1234", WM_NONE, 1)), GENERIC_UNSPECIFIED);
    nothing_left(session);
}
