#include "tests/standin_c/session.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATIENCE_MS = 20000 };

Wish usual_wish(void) {
    const Wish wish = {"AVAYA#CM1#CSTA#AESSIM1", "ctiuser", "ctipass", "2-9", APP_GEN_ID};
    return wish;
}

/* "VERSION", a zero, then what attMakeVersionString makes of the list. */
static PrivateData_t* version_wish(ATTPrivateData_t* room, const char* versions) {
    char requested[32];
    if (versions == NULL) return NULL;
    SET(requested, versions);
    SET(room->vendor, "VERSION");
    room->data[0] = PRIVATE_DATA_ENCODING;
    CHECK(tsapi.attMakeVersionString(requested, room->data + 1) > 0);
    room->length = (unsigned short)(strlen(room->data + 1) + 2);
    return (PrivateData_t*)room;
}

RetCode_t ask_for_stream(const Wish* wish, InvokeID_t invoke, ACSHandle_t* handle) {
    ServerID_t server;
    LoginID_t login;
    Passwd_t password;
    AppName_t application;
    Version_t api;
    ATTPrivateData_t private_data;
    SET(server, wish->tlink);
    SET(login, wish->login);
    SET(password, wish->password);
    SET(application, "standin_c");
    SET(api, CSTA_API_VERSION);
    return tsapi.acsOpenStream(
        handle, wish->invoke_ids, invoke, ST_CSTA, &server, &login, &password, &application, ACS_LEVEL1, &api,
        0, 0, 0, 0, version_wish(&private_data, wish->versions)
    );
}

static void free_events(Event** list) {
    while (*list != NULL) {
        Event* first = *list;
        *list = first->next;
        free(first->body);
        free(first->raw);
        free(first->att);
        free(first);
    }
}

Session open_session(const Wish* wish, unsigned short buffer_size, Reading reading) {
    Session session = {0, reading, buffer_size, 0, 1, 0, NULL, NULL};
    CHECK_INT(wish->invoke_ids, APP_GEN_ID);
    CHECK_INT(ask_for_stream(wish, 1, &session.handle), ACSPOSITIVE_ACK);
    CHECK((long)session.handle > 0);
    Event* answer = read_event(&session);
    CHECK_INT(answer->body->eventHeader.eventClass, ACSCONFIRMATION);
    CHECK_INT(answer->body->eventHeader.eventType, ACS_OPEN_STREAM_CONF);
    CHECK_INT(answer->body->event.acsConfirmation.invokeID, 1);
    if (answer->raw != NULL) session.private_version = atoi(answer->raw->data + 1);
    free_events(&session.unread);
    free_events(&session.used);
    return session;
}

InvokeID_t next_invoke(Session* session) {
    return ++session->last_invoke;
}

static void tell_unread(const Session* session) {
    for (const Event* event = session->unread; event != NULL; event = event->next) {
        const ACSEventHeader_t* header = &event->body->eventHeader;
        fprintf(
            stderr, "unread: class %d, type %d, reference %ld\n", header->eventClass, header->eventType,
            (long)event->body->event.cstaConfirmation.invokeID
        );
    }
}

static void wait_readable(const Session* session) {
    const RetCode_t descriptor = tsapi.acsGetFile(session->handle);
    CHECK(descriptor >= 0);
    struct pollfd watched = {(int)descriptor, POLLIN, 0};
    const int readable = poll(&watched, 1, PATIENCE_MS);
    if (readable != 1) tell_unread(session);
    CHECK_INT(readable, 1);
}

static RetCode_t read_into(
    const Session* session, CSTAEvent_t* room, unsigned short* size, ATTPrivateData_t* private_data
) {
    unsigned short left = 0;
    PrivateData_t* const raw = (PrivateData_t*)private_data;
    private_data->length = sizeof private_data->data;
    if (session->reading == READ_BY_BLOCK)
        return tsapi.acsGetEventBlock(session->handle, room, size, raw, &left);
    return tsapi.acsGetEventPoll(session->handle, room, size, raw, &left);
}

static void* new_memory(size_t size) {
    void* memory = malloc(size);
    CHECK(memory != NULL);
    return memset(memory, 0x5a, size);
}

/* Takes the private data over, decoded when it is Avaya's. */
static void keep_private_data(Event* event, const ATTPrivateData_t* private_data) {
    event->raw = NULL;
    event->att = NULL;
    if (private_data->length == 0) return;
    event->raw = new_memory(sizeof *private_data);
    memcpy(event->raw, private_data, sizeof *private_data);
    if (strcmp(private_data->vendor, ECS_VENDOR_STRING) != 0 || event->body == NULL) return;
    if (event->body->eventHeader.eventClass == ACSCONFIRMATION) return; /* the version, in letters */
    event->att = new_memory(sizeof *event->att);
    CHECK_INT(tsapi.attPrivateData((ATTPrivateData_t*)event->raw, event->att), ACSPOSITIVE_ACK);
}

/* The memory that the library gets is as large as the library is told, so that a checker of memory would see
   a byte too many. */
static Event* read_from_library(Session* session) {
    unsigned short room = session->buffer_size;
    for (;;) {
        ATTPrivateData_t private_data;
        unsigned short size = room;
        CSTAEvent_t* body = new_memory(room);
        const RetCode_t result = read_into(session, body, &size, &private_data);
        if (result == ACSPOSITIVE_ACK) {
            Event* event = new_memory(sizeof *event);
            CHECK(size <= room);
            event->next = NULL;
            event->body = body;
            event->size = size;
            keep_private_data(event, &private_data);
            return event;
        }
        free(body);
        if (result == ACSERR_NOMESSAGE) {
            wait_readable(session);
        } else {
            CHECK_INT(result, ACSERR_UBUFSMALL);
            CHECK(size > room);
            room = size;
            ++session->enlarged;
        }
    }
}

static Event* append(Event** list, Event* event) {
    while (*list != NULL) list = &(*list)->next;
    event->next = NULL;
    return *list = event;
}

Event* read_event(Session* session) {
    Event* event = read_from_library(session);
    CHECK_INT(event->body->eventHeader.acsHandle, session->handle);
    return append(&session->used, event);
}

/* The first event of a class with that reference: invoke ID or monitor. */
static Event* wait_for(Session* session, EventClass_t event_class, long reference) {
    Event** place = &session->unread;
    for (;;) {
        if (*place == NULL) append(&session->unread, read_from_library(session));
        Event* event = *place;
        const CSTAEvent_t* body = event->body;
        const long found = event_class == CSTAUNSOLICITED ? body->event.cstaUnsolicited.monitorCrossRefId
                                                          : (long)body->event.cstaConfirmation.invokeID;
        if (body->eventHeader.eventClass == event_class && found == reference) {
            *place = event->next;
            return append(&session->used, event);
        }
        place = &event->next;
    }
}

static void check_type(const Event* event, EventType_t type) {
    const CSTAEvent_t* body = event->body;
    if (body->eventHeader.eventType == CSTA_UNIVERSAL_FAILURE_CONF && type != CSTA_UNIVERSAL_FAILURE_CONF)
        fprintf(
            stderr, "refused: %s\n",
            tsapi.cstaErrorString(body->event.cstaConfirmation.u.universalFailure.error)
        );
    CHECK_INT(body->eventHeader.eventType, type);
}

Event* confirmation(Session* session, InvokeID_t invoke, EventType_t type) {
    Event* event = wait_for(session, CSTACONFIRMATION, (long)invoke);
    check_type(event, type);
    return event;
}

Event* acs_confirmation(Session* session, InvokeID_t invoke, EventType_t type) {
    Event* event = wait_for(session, ACSCONFIRMATION, (long)invoke);
    CHECK_INT(event->body->eventHeader.eventType, type);
    return event;
}

CSTAUniversalFailure_t refusal(Session* session, InvokeID_t invoke) {
    return confirmation(session, invoke, CSTA_UNIVERSAL_FAILURE_CONF)
        ->body->event.cstaConfirmation.u.universalFailure.error;
}

Event* monitored(Session* session, CSTAMonitorCrossRefID_t monitor, EventType_t type) {
    Event* event = wait_for(session, CSTAUNSOLICITED, monitor);
    check_type(event, type);
    return event;
}

/* The answer to a question that changes nothing comes behind everything that happened before. */
static void read_all(Session* session) {
    const InvokeID_t invoke = next_invoke(session);
    CHECK_INT(tsapi.cstaQueryCallMonitor(session->handle, invoke), ACSPOSITIVE_ACK);
    confirmation(session, invoke, CSTA_QUERY_CALL_MONITOR_CONF);
}

int was_refused(Session* session, InvokeID_t invoke) {
    read_all(session);
    if (session->unread == NULL) return 0;
    refusal(session, invoke);
    return 1;
}

void nothing_left(Session* session) {
    read_all(session);
    tell_unread(session);
    CHECK(session->unread == NULL);
    free_events(&session->used);
}

void close_session(Session* session) {
    const InvokeID_t invoke = next_invoke(session);
    CHECK_INT(tsapi.acsCloseStream(session->handle, invoke, NULL), ACSPOSITIVE_ACK);
    acs_confirmation(session, invoke, ACS_CLOSE_STREAM_CONF);
    CHECK_INT(tsapi.acsAbortStream(session->handle, NULL), ACSERR_BADHDL);
    free_events(&session->unread);
    free_events(&session->used);
}

ATTEvent_t* private_part(Event* event, ATTEventType_t type) {
    CHECK(event->att != NULL);
    CHECK_TEXT(event->raw->vendor, ECS_VENDOR_STRING);
    CHECK_INT(event->att->eventType, type);
    return event->att;
}

void check_list(
    const Event* event, const void* list, const void* fixed, size_t size, const char* file, int line
) {
    const char* const behind = (const char*)fixed + size;
    const char* const end = (const char*)event->body + event->size;
    check_true((const char*)list == behind, "the list begins directly behind the struct", file, line);
    check_true((const char*)list < end, "the list ends within the event", file, line);
}
