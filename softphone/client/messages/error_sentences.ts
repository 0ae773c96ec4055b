/** Sentences for the values that a telephone user meets; the rest is covered by category below. */
const byValue: Readonly<Record<string, string>> = {
    // operation
    'operation/invalidCalledDeviceID': 'The number that was dialled does not exist.',
    'operation/invalidDestination': 'The number that was dialled does not exist.',
    'operation/invalidCallingDeviceID': 'This extension does not exist.',
    'operation/invalidDeviceID': 'This extension does not exist.',
    'operation/objectNotKnown': 'The telephone system does not know this extension or call.',
    'operation/invalidCallID': 'This call does not exist any more.',
    'operation/invalidConnectionID': 'This call does not exist any more.',
    'operation/invalidAgentIdentifier': 'The agent ID is not known.',
    'operation/invalidAgentPassword': 'The agent password is wrong.',
    'operation/invalidAgentState': 'The agent cannot change to this state now.',
    'operation/invalidAgentGroup': 'The agent does not belong to this group.',
    'operation/invalidFeature': 'The telephone system does not offer this to this extension.',
    'operation/invalidParameterValue': 'The telephone system did not accept one of the values.',
    'operation/valueOutOfRange': 'One of the values is out of range.',
    'operation/serviceNotSupported': 'The telephone system does not offer this.',
    'operation/privilegeViolationSpecifiedDevice': 'You have no right to control this extension.',
    'operation/privilegeViolationCalledDevice': 'This extension may not call that number.',
    'operation/privilegeViolationCallingDevice': 'You have no right to call from this extension.',
    'operation/securityViolation': 'The telephone system refused this for security reasons.',
    'operation/requestIncompatibleWithObject': 'This is not possible with this call or extension.',
    // stateIncompatibility
    'stateIncompatibility/noActiveCall': 'There is no active call.',
    'stateIncompatibility/noHeldCall': 'There is no call on hold.',
    'stateIncompatibility/noCallToAnswer': 'There is no call to answer any more.',
    'stateIncompatibility/noCallToClear': 'The call has already ended.',
    'stateIncompatibility/noConnectionToClear': 'The call has already ended.',
    'stateIncompatibility/noCallToComplete': 'There is no call to complete.',
    'stateIncompatibility/invalidObjectState': 'This is not possible in the present state of the call or agent.',
    'stateIncompatibility/invalidConnectionState': 'This is not possible in the present state of the call.',
    'stateIncompatibility/connectedCallExists': 'End the present call or put it on hold first.',
    // systemResourceAvailibility
    'systemResourceAvailibility/resourceOutOfService': 'There is no link to the switch at the moment.',
    'systemResourceAvailibility/resourceBusy': 'The telephone is busy; try again when it is free.',
    'systemResourceAvailibility/internalResourceBusy': 'The telephone system is busy; try again in a moment.',
    'systemResourceAvailibility/networkBusy': 'All lines are busy.',
    'systemResourceAvailibility/conferenceMemberLimitExceeded': 'The conference is full.',
    'systemResourceAvailibility/resourceLimitExceeded': 'The telephone system has no room for more at the moment.',
    // sessions
    'session/invalidApplicationInfo': 'The user name or the password is not accepted.',
    'session/requestedProtocolVersionNotSupported': 'The server speaks another version of the protocol.',
    'session/serverResourcesBusy': 'The server is busy; try again in a moment.',
    'session/maxNumberSessions': 'All licensed places are taken at the moment.',
    'session/invalidSessionID': 'The session does not exist any more; log in again.',
    'session/serverCannotResetSessionTimer': 'The session cannot be kept; log in again.',
};

/** Sentences for values that say more with a certain request than alone. */
const byRequest: Readonly<Record<string, string>> = {
    'SetAgentState/operation/generic':
        'The telephone system did not accept it. For a log-in, check agent ID and password, and whether the agent ' +
        'works elsewhere.',
};

const byCategory: Readonly<Record<string, string>> = {
    operation: 'The telephone system did not accept the request',
    stateIncompatibility: 'This is not possible in the present state',
    systemResourceAvailibility: 'The telephone system lacks a resource for this',
    subscribedResourceAvailability: 'A limit of the telephone system is reached',
    performanceManagement: 'The telephone system is overloaded',
    security: 'The server does not allow this, or the session has ended',
    privateData: 'The telephone system did not understand the additional data',
    privateErrorCode: 'The telephone system refused the request',
    unspecified: 'The telephone system refused the request without saying why',
};

/** One plain sentence for a refusal. Values without a sentence of their own are named in parentheses. */
export function sentenceFor(request: string, category: string, value: string): string {
    const known = byRequest[`${request}/${category}/${value}`] ?? byValue[`${category}/${value}`];
    if (known !== undefined) return known;
    if (category === 'session') return `The server refused the session: ${value}.`;
    const start = byCategory[category] ?? `The telephone system refused ${request}`;
    return value === '' || value === 'generic' ? `${start}.` : `${start} (${value}).`;
}
