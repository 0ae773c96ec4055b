/*
 * tsapi_platform.h: base types of the telephony services API, Linux form.
 *
 * Linux differs from Windows: RetCode_t is long, Boolean is char, functions are cdecl, events are waited for
 * with acsGetFile. Natural alignment; sizes in comments are those of i386 (tsapi-abi-i386.tsv is checked by
 * the ABI test).
 */
#pragma once

/* Return code of every function: an ACSERR_ constant, ACSPOSITIVE_ACK or, with LIB_GEN_ID, the new invoke ID
 * (> 0). */
typedef long RetCode_t;

/* Truth value of a function parameter; inside structs the fields are unsigned char. */
typedef char Boolean;

#ifndef FALSE
#define FALSE 0
#endif
#ifndef TRUE
#define TRUE 1
#endif

/* Content of a message that has no fields. */
typedef char Nulltype;

typedef unsigned char UINT8;
typedef unsigned short UINT16;
