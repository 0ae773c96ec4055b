/* What works without a stream: texts, the list of servers, the kind of login. */
#include "tests/standin_c/steps.h"

#include <stdio.h>
#include <string.h>

void texts(void) {
    doing("asking for texts");
    CHECK(strstr(tsapi.acsReturnCodeString(ACSERR_UBUFSMALL), "UBUFSMALL") != NULL);
    CHECK(tsapi.acsReturnCodeVerboseString(ACSERR_BADHDL)[0] != '\0');
    CHECK(tsapi.acsReturnCodeString(-999) != NULL);
    CHECK(tsapi.acsErrorString(TSERVER_STREAM_FAILED) != NULL);
    CHECK(tsapi.acsErrorString((ACSUniversalFailure_t)-999) != NULL);
    CHECK(strstr(tsapi.cstaErrorString(RESOURCE_BUSY), "RESOURCE_BUSY") != NULL);
    CHECK(tsapi.cstaErrorString((CSTAUniversalFailure_t)-999) != NULL);
}

/* What the callback saw; its address travels as the program's parameter. */
typedef struct Seen {
    unsigned names;
    unsigned wanted; /* to be told at most */
    char last[sizeof(ServerID_t)];
} Seen;

static Boolean take_name(char* name, unsigned long parameter) {
    Seen* seen = (Seen*)parameter;
    CHECK(strlen(name) < sizeof seen->last);
    strcpy(seen->last, name);
    return ++seen->names < seen->wanted;
}

static unsigned enumerate(Seen* seen) {
    CHECK_INT(tsapi.acsEnumServerNames(ST_CSTA, take_name, (unsigned long)seen), ACSPOSITIVE_ACK);
    return seen->names;
}

void servers(void) {
    Seen all = {0, 100, ""};
    Seen only_one = {0, 1, ""};
    ServerID_t server;
    ACSAuthInfo_t login;
    doing("enumerating servers");
    CHECK_INT(enumerate(&all), 2);
    CHECK_TEXT(all.last, "AVAYA#CM1#CSTA#AESSIM2");
    CHECK_INT(enumerate(&only_one), 1);
    CHECK_TEXT(only_one.last, "AVAYA#CM1#CSTA#AESSIM1");
    CHECK_INT(tsapi.acsEnumServerNames(ST_CSTA, NULL, 0), ACSERR_BADPARAMETER);

    doing("asking for the kind of login");
    SET(server, only_one.last);
    memset(&login, 0x5a, sizeof login);
    CHECK_INT(tsapi.acsQueryAuthInfo(&server, &login), ACSPOSITIVE_ACK);
    CHECK_INT(login.authType, NEED_LOGIN_ID_AND_PASSWD);
    SET(server, "AVAYA#NOWHERE#CSTA#X");
    CHECK_INT(tsapi.acsQueryAuthInfo(&server, &login), ACSERR_NOSERVER);
    CHECK_INT(tsapi.acsQueryAuthInfo(NULL, &login), ACSERR_BADPARAMETER);
}
