/* A private data library with nothing but what the worker cannot do without. */
#include "tsapi-worker/tsapi/abi/attpriv.h"

RetCode_t attMakeVersionString(char* requestedVersion, char* supportedVersion) {
    (void)requestedVersion;
    (void)supportedVersion;
    return 0;
}

RetCode_t attPrivateData(ATTPrivateData_t* privateData, ATTEvent_t* eventBuffer) {
    (void)privateData;
    (void)eventBuffer;
    return ACSERR_BADPARAMETER;
}
