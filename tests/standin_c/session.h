/*
 * One stream as a program keeps it: it opens, reads events into buffers of one size, which it enlarges when
 * the library says so, and finds the confirmation or event that it waits for.
 */
#pragma once

#include "tests/standin_c/check.h"

typedef enum Reading { READ_BY_POLL, READ_BY_BLOCK } Reading;

/* An event in the buffer that the program offered. */
typedef struct Event {
    struct Event* next;
    CSTAEvent_t* body;   /* only `size` bytes of it are there */
    unsigned short size; /* as the library told */
    PrivateData_t* raw;  /* NULL: no private data */
    ATTEvent_t* att;     /* NULL: none, or text of the version negotiation */
} Event;

typedef struct Session {
    ACSHandle_t handle;
    Reading reading;
    unsigned short buffer_size; /* that a read begins with */
    unsigned enlarged;          /* how often that was too small */
    InvokeID_t last_invoke;
    int private_version; /* 0: none was agreed on */
    Event* unread;       /* read from the library while waiting for another one */
    Event* used;
} Session;

/* What a program asks a stream with. */
typedef struct Wish {
    const char* tlink;
    const char* login;
    const char* password;
    const char* versions; /* of private data, "2-9"; NULL: none */
    InvokeIDType_t invoke_ids;
} Wish;

Wish usual_wish(void);

/* Calls acsOpenStream; the answer is the program's to read. `invoke` is used with APP_GEN_ID. */
RetCode_t ask_for_stream(const Wish* wish, InvokeID_t invoke, ACSHandle_t* handle);

/* A stream that is open. */
Session open_session(const Wish* wish, unsigned short buffer_size, Reading reading);

/* Closes politely and frees everything. */
void close_session(Session* session);

InvokeID_t next_invoke(Session* session);

/* The next event of the stream, whatever it is; fails after 20 s. */
Event* read_event(Session* session);

/* The confirmation of that request; fails when it has another type. */
Event* confirmation(Session* session, InvokeID_t invoke, EventType_t type);
Event* acs_confirmation(Session* session, InvokeID_t invoke, EventType_t type);

/* The failure that answers that request. */
CSTAUniversalFailure_t refusal(Session* session, InvokeID_t invoke);

/* Whether a message without confirmation was refused. */
int was_refused(Session* session, InvokeID_t invoke);

/* The next event of that monitor; fails when it has another type. */
Event* monitored(Session* session, CSTAMonitorCrossRefID_t monitor, EventType_t type);

/* Fails when any event is left that nobody asked for. Frees all events. */
void nothing_left(Session* session);

/* The private message of an event; fails when it is another one. */
ATTEvent_t* private_part(Event* event, ATTEventType_t type);

/* The list of an event must lie in the same buffer, directly behind the struct that ends at `behind`. */
#define CHECK_LIST(event, list, fixed_struct) \
    check_list((event), (list), &(fixed_struct), sizeof(fixed_struct), __FILE__, __LINE__)
void check_list(
    const Event* event, const void* list, const void* fixed, size_t size, const char* file, int line
);
