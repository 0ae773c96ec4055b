/*
 * att_types.h: Avaya private data: enumerations and small parts used by many messages.
 *
 * Naming rule: a name without suffix is the newest layout (private data version 9); ATTVn is the layout last
 * used by version n. Numbers never change their meaning.
 */
#pragma once

#include "csta_monitoring.h"
#include "csta_types.h"

/* Vendor names in PrivateData_t.vendor. */
#define ECS_VENDOR_STRING "ECS"
#define ATT_VENDOR_STRING "AT&T Definity G3"
#define MAX_VENDOR_LENGTH 17

/* Sizes: bytes or elements. */
/* clang-format off */
#define ATT_MAX_PRIVATE_DATA    1024
#define ATTPRIV_MAX_HEAP        1024 /* room for list data in ATTEvent_t */
#define ATT_MAX_USER_INFO       129
#define ATT_MAX_UUI_SIZE        96 /* user-to-user bytes from version 6 on */
#define ATTV5_MAX_UUI_SIZE      32
#define ATT_MAX_USER_CODE       25
#define ATT_MAX_ENTERED_DIGITS  25
#define ATT_MAX_PROVIDED_CODE   25
#define ATT_MAX_TONES           33
#define ATT_MAX_RECEIVERS       5
#define ATT_MAX_PARTIES_ON_CALL 6
#define ATT_MAX_AGENT_EXT       10
#define MAX_TRUNKS              5
/* clang-format on */

typedef char ATTUCID_t[64]; /* universal call ID: 20 digits */
typedef long ATTPrivEventCrossRefID_t;
typedef unsigned short ATTEventType_t;

#define ATT_NULL_UCID "00000000000000000000"

/* clang-format off */
typedef enum ATTUUIProtocolType_t {
    UUI_NONE = -1,         uuiNone = UUI_NONE,
    UUI_USER_SPECIFIC = 0, uuiUserSpecific = UUI_USER_SPECIFIC,
    UUI_IA5_ASCII = 4,     uuiIa5Ascii = UUI_IA5_ASCII
} ATTUUIProtocolType_t;

typedef enum ATTInterflow_t {
    LAI_NO_INTERFLOW = -1,       laiNoInterflow = LAI_NO_INTERFLOW,
    LAI_ALL_INTERFLOW = 0,       laiAllInterflow = LAI_ALL_INTERFLOW,
    LAI_THRESHOLD_INTERFLOW = 1, laiThresholdInterflow = LAI_THRESHOLD_INTERFLOW,
    LAI_VECTORING_INTERFLOW = 2, laiVectoringInterflow = LAI_VECTORING_INTERFLOW
} ATTInterflow_t;

typedef enum ATTPriority_t {
    LAI_NOT_IN_QUEUE = 0, laiNotInQueue = LAI_NOT_IN_QUEUE,
    LAI_LOW = 1,          laiLow = LAI_LOW,
    LAI_MEDIUM = 2,       laiMedium = LAI_MEDIUM,
    LAI_HIGH = 3,         laiHigh = LAI_HIGH,
    LAI_TOP = 4,          laiTop = LAI_TOP
} ATTPriority_t;

typedef enum ATTUserEnteredCodeType_t {
    UE_NONE = -1,               ueNone = UE_NONE,
    UE_ANY = 0,                 ueAny = UE_ANY,
    UE_LOGIN_DIGITS = 2,        ueLoginDigits = UE_LOGIN_DIGITS,
    UE_CALL_PROMPTER = 5,       ueCallPrompter = UE_CALL_PROMPTER,
    UE_DATA_BASE_PROVIDED = 17, ueDataBaseProvided = UE_DATA_BASE_PROVIDED,
    UE_TONE_DETECTOR = 32,      ueToneDetector = UE_TONE_DETECTOR
} ATTUserEnteredCodeType_t;

typedef enum ATTUserEnteredCodeIndicator_t {
    UE_COLLECT = 0, ueCollect = UE_COLLECT,
    UE_ENTERED = 1, ueEntered = UE_ENTERED
} ATTUserEnteredCodeIndicator_t;

typedef enum ATTWorkMode_t {
    WM_NONE = -1,     wmNone = WM_NONE,
    WM_AUX_WORK = 1,  wmAuxWork = WM_AUX_WORK,
    WM_AFTCAL_WK = 2, wmAftcalWk = WM_AFTCAL_WK,
    WM_AUTO_IN = 3,   wmAutoIn = WM_AUTO_IN,
    WM_MANUAL_IN = 4, wmManualIn = WM_MANUAL_IN
} ATTWorkMode_t;

typedef enum ATTTalkState_t {
    TS_ON_CALL = 0, tsOnCall = TS_ON_CALL,
    TS_IDLE = 1,    tsIdle = TS_IDLE
} ATTTalkState_t;

/* EC_ here is no event cause */
typedef enum ATTExtensionClass_t {
    EC_VDN = 0,           ecVdn = EC_VDN,
    EC_ACD_SPLIT = 1,     ecAcdSplit = EC_ACD_SPLIT,
    EC_ANNOUNCEMENT = 2,  ecAnnouncement = EC_ANNOUNCEMENT,
    EC_DATA = 4,          ecData = EC_DATA,
    EC_ANALOG = 5,        ecAnalog = EC_ANALOG,
    EC_PROPRIETARY = 6,   ecProprietary = EC_PROPRIETARY,
    EC_BRI = 7,           ecBri = EC_BRI,
    EC_CTI = 8,           ecCti = EC_CTI,
    EC_LOGICAL_AGENT = 9, ecLogicalAgent = EC_LOGICAL_AGENT,
    EC_OTHER = 10,        ecOther = EC_OTHER
} ATTExtensionClass_t;

typedef enum ATTAnswerTreat_t {
    AT_NO_TREATMENT = 0, atNoTreatment = AT_NO_TREATMENT,
    AT_NONE = 1,         atNone = AT_NONE,
    AT_DROP = 2,         atDrop = AT_DROP,
    AT_CONNECT = 3,      atConnect = AT_CONNECT
} ATTAnswerTreat_t;

typedef enum ATTLocalCallState_t {
    ATT_CS_INITIATED = 1, attCsInitiated = ATT_CS_INITIATED,
    ATT_CS_ALERTING = 2,  attCsAlerting = ATT_CS_ALERTING,
    ATT_CS_CONNECTED = 3, attCsConnected = ATT_CS_CONNECTED,
    ATT_CS_HELD = 4,      attCsHeld = ATT_CS_HELD,
    ATT_CS_BRIDGED = 5,   attCsBridged = ATT_CS_BRIDGED,
    ATT_CS_OTHER = 6,     attCsOther = ATT_CS_OTHER
} ATTLocalCallState_t;

typedef enum ATTCollectCodeType_t {
    UC_NONE = 0,           ucNone = UC_NONE,
    UC_TONE_DETECTOR = 32, ucToneDetector = UC_TONE_DETECTOR
} ATTCollectCodeType_t;

typedef enum ATTProvidedCodeType_t {
    UP_NONE = 0,                upNone = UP_NONE,
    UP_DATA_BASE_PROVIDED = 17, upDataBaseProvided = UP_DATA_BASE_PROVIDED
} ATTProvidedCodeType_t;

typedef enum ATTSpecificEvent_t {
    SE_ANSWER = 11,    seAnswer = SE_ANSWER,
    SE_DISCONNECT = 4, seDisconnect = SE_DISCONNECT
} ATTSpecificEvent_t;

typedef enum ATTDropResource_t {
    DR_NONE = -1,           drNone = DR_NONE,
    DR_CALL_CLASSIFIER = 0, drCallClassifier = DR_CALL_CLASSIFIER,
    DR_TONE_GENERATOR = 1,  drToneGenerator = DR_TONE_GENERATOR
} ATTDropResource_t;

typedef enum ATTReasonCode_t {
    AR_NONE = 0,                    arNone = AR_NONE,
    AR_ANSWER_NORMAL = 1,           arAnswerNormal = AR_ANSWER_NORMAL,
    AR_ANSWER_TIMED = 2,            arAnswerTimed = AR_ANSWER_TIMED,
    AR_ANSWER_VOICE_ENERGY = 3,     arAnswerVoiceEnergy = AR_ANSWER_VOICE_ENERGY,
    AR_ANSWER_MACHINE_DETECTED = 4, arAnswerMachineDetected = AR_ANSWER_MACHINE_DETECTED,
    AR_SIT_REORDER = 5,             arSitReorder = AR_SIT_REORDER,
    AR_SIT_NO_CIRCUIT = 6,          arSitNoCircuit = AR_SIT_NO_CIRCUIT,
    AR_SIT_INTERCEPT = 7,           arSitIntercept = AR_SIT_INTERCEPT,
    AR_SIT_VACANT_CODE = 8,         arSitVacantCode = AR_SIT_VACANT_CODE,
    AR_SIT_INEFFECTIVE_OTHER = 9,   arSitIneffectiveOther = AR_SIT_INEFFECTIVE_OTHER,
    AR_SIT_UNKNOWN = 10,            arSitUnknown = AR_SIT_UNKNOWN,
    AR_IN_QUEUE = 11,               arInQueue = AR_IN_QUEUE,
    AR_SERVICE_OBSERVER = 12,       arServiceObserver = AR_SERVICE_OBSERVER
} ATTReasonCode_t;

typedef enum ATTReasonForCallInfo_t {
    OR_NONE = 0,         orNone = OR_NONE,
    OR_CONSULTATION = 1, orConsultation = OR_CONSULTATION,
    OR_CONFERENCED = 2,  orConferenced = OR_CONFERENCED,
    OR_TRANSFERRED = 3,  orTransferred = OR_TRANSFERRED,
    OR_NEW_CALL = 4,     orNewCall = OR_NEW_CALL
} ATTReasonForCallInfo_t;

typedef enum ATTDeliveredType_t {
    DELIVERED_TO_ACD = 1,     deliveredToAcd = DELIVERED_TO_ACD,
    DELIVERED_TO_STATION = 2, deliveredToStation = DELIVERED_TO_STATION,
    DELIVERED_OTHER = 3,      deliveredOther = DELIVERED_OTHER
} ATTDeliveredType_t;

typedef enum ATTProgressLocation_t {
    PL_NONE = -1,       plNone = PL_NONE,
    PL_USER = 0,        plUser = PL_USER,
    PL_PUB_LOCAL = 1,   plPubLocal = PL_PUB_LOCAL,
    PL_PUB_REMOTE = 4,  plPubRemote = PL_PUB_REMOTE,
    PL_PRIV_REMOTE = 5, plPrivRemote = PL_PRIV_REMOTE
} ATTProgressLocation_t;

typedef enum ATTProgressDescription_t {
    PD_NONE = -1,         pdNone = PD_NONE,
    PD_CALL_OFF_ISDN = 1, pdCallOffIsdn = PD_CALL_OFF_ISDN,
    PD_DEST_NOT_ISDN = 2, pdDestNotIsdn = PD_DEST_NOT_ISDN,
    PD_ORIG_NOT_ISDN = 3, pdOrigNotIsdn = PD_ORIG_NOT_ISDN,
    PD_CALL_ON_ISDN = 4,  pdCallOnIsdn = PD_CALL_ON_ISDN,
    PD_INBAND = 8,        pdInband = PD_INBAND
} ATTProgressDescription_t;

typedef enum ATTLinkState_t {
    LS_LINK_UNAVAIL = 0, lsLinkUnavail = LS_LINK_UNAVAIL,
    LS_LINK_UP = 1,      lsLinkUp = LS_LINK_UP,
    LS_LINK_DOWN = 2,    lsLinkDown = LS_LINK_DOWN
} ATTLinkState_t;

typedef enum ATTDeviceType_t {
    ATT_DT_UNKNOWN = 0,           attDtUnknown = ATT_DT_UNKNOWN,
    ATT_DT_ACD_SPLIT = 1,         attDtAcdSplit = ATT_DT_ACD_SPLIT,
    ATT_DT_ANNOUNCEMENT = 2,      attDtAnnouncement = ATT_DT_ANNOUNCEMENT,
    ATT_DT_DATA = 3,              attDtData = ATT_DT_DATA,
    ATT_DT_LOGICAL_AGENT = 4,     attDtLogicalAgent = ATT_DT_LOGICAL_AGENT,
    ATT_DT_STATION = 5,           attDtStation = ATT_DT_STATION,
    ATT_DT_TRUNK_ACCESS_CODE = 6, attDtTrunkAccessCode = ATT_DT_TRUNK_ACCESS_CODE,
    ATT_DT_VDN = 7,               attDtVdn = ATT_DT_VDN,
    ATT_DT_OTHER = 8,             attDtOther = ATT_DT_OTHER
} ATTDeviceType_t;

typedef enum ATTParticipationType_t {
    PT_ACTIVE = 1, ptActive = PT_ACTIVE,
    PT_SILENT = 0, ptSilent = PT_SILENT
} ATTParticipationType_t;

typedef enum ATTBillType_t {
    BT_NEW_RATE = 16,       btNewRate = BT_NEW_RATE,
    BT_FLAT_RATE = 17,      btFlatRate = BT_FLAT_RATE,
    BT_PREMIUM_CHARGE = 18, btPremiumCharge = BT_PREMIUM_CHARGE,
    BT_PREMIUM_CREDIT = 19, btPremiumCredit = BT_PREMIUM_CREDIT,
    BT_FREE_CALL = 24,      btFreeCall = BT_FREE_CALL
} ATTBillType_t;

typedef enum ATTChargeType_t {
    CT_INTERMEDIATE_CHARGE = 1, ctIntermediateCharge = CT_INTERMEDIATE_CHARGE,
    CT_FINAL_CHARGE = 2,        ctFinalCharge = CT_FINAL_CHARGE,
    CT_SPLIT_CHARGE = 3,        ctSplitCharge = CT_SPLIT_CHARGE
} ATTChargeType_t;

typedef enum ATTChargeError_t {
    CE_NONE = 0,              ceNone = CE_NONE,
    CE_NO_FINAL_CHARGE = 1,   ceNoFinalCharge = CE_NO_FINAL_CHARGE,
    CE_LESS_FINAL_CHARGE = 2, ceLessFinalCharge = CE_LESS_FINAL_CHARGE,
    CE_CHARGE_TOO_LARGE = 3,  ceChargeTooLarge = CE_CHARGE_TOO_LARGE,
    CE_NETWORK_BUSY = 4,      ceNetworkBusy = CE_NETWORK_BUSY
} ATTChargeError_t;

/* VDN, vdn, NETWORK and network are names of the vendor API; define TSAPI_NO_SHORT_NAMES to keep them out */
typedef enum ATTRedirectType_t {
    ATT_REDIRECT_VDN = 0,
    ATT_REDIRECT_NETWORK = 1,
#ifndef TSAPI_NO_SHORT_NAMES
    VDN = 0, vdn = VDN,
    NETWORK = 1, network = NETWORK
#endif
} ATTRedirectType_t;

typedef enum ATTConsultMode_t {
    ATT_CM_NONE = 0,         attCmNone = ATT_CM_NONE,
    ATT_CM_CONSULTATION = 1, attCmConsultation = ATT_CM_CONSULTATION,
    ATT_CM_TRANSFER = 2,     attCmTransfer = ATT_CM_TRANSFER,
    ATT_CM_CONFERENCE = 3,   attCmConference = ATT_CM_CONFERENCE,
    ATT_CM_NOT_PROVIDED = 4, attCmNotProvided = ATT_CM_NOT_PROVIDED
} ATTConsultMode_t;
/* clang-format on */

/* A set bit suppresses the event. */
typedef unsigned char ATTPrivateFilter_t;
typedef unsigned char ATTV4PrivateFilter_t;

#define ATT_ENTERED_DIGITS_FILTER 0x80
#define attEnteredDigitsFilter 0x80
#define ATT_CHARGE_ADVICE_FILTER 0x40
#define attChargeAdviceFilter 0x40
#define ATT_V4_ENTERED_DIGITS_FILTER 0x80
#define attV4EnteredDigitsFilter 0x80

/* Which applications lit a message lamp. */
typedef unsigned char ATTMwiApplication_t;

/* clang-format off */
#define AT_MCS     0x01
#define atMcs      0x01
#define AT_VOICE   0x02
#define atVoice    0x02
#define AT_PROPMGT 0x04
#define atPropmgt  0x04
#define AT_LWC     0x08
#define atLwc      0x08
#define AT_CTI     0x10
#define atCti      0x10
/* clang-format on */
