/*
 * csta_causes.h: why something happened: CSTAEventCause_t.
 */
#pragma once

/* clang-format off */
/* EC_NONE: not given */
typedef enum CSTAEventCause_t {
    EC_NONE = -1,                        ecNone = EC_NONE,
    EC_ACTIVE_MONITOR = 1,               ecActiveMonitor = EC_ACTIVE_MONITOR,
    EC_ALTERNATE = 2,                    ecAlternate = EC_ALTERNATE,
    EC_BUSY = 3,                         ecBusy = EC_BUSY,
    EC_CALL_BACK = 4,                    ecCallBack = EC_CALL_BACK,
    EC_CALL_CANCELLED = 5,               ecCallCancelled = EC_CALL_CANCELLED,
    EC_CALL_FORWARD_ALWAYS = 6,          ecCallForwardAlways = EC_CALL_FORWARD_ALWAYS,
    EC_CALL_FORWARD_BUSY = 7,            ecCallForwardBusy = EC_CALL_FORWARD_BUSY,
    EC_CALL_FORWARD_NO_ANSWER = 8,       ecCallForwardNoAnswer = EC_CALL_FORWARD_NO_ANSWER,
    EC_CALL_FORWARD = 9,                 ecCallForward = EC_CALL_FORWARD,
    EC_CALL_NOT_ANSWERED = 10,           ecCallNotAnswered = EC_CALL_NOT_ANSWERED,
    EC_CALL_PICKUP = 11,                 ecCallPickup = EC_CALL_PICKUP,
    EC_CAMP_ON = 12,                     ecCampOn = EC_CAMP_ON,
    EC_DEST_NOT_OBTAINABLE = 13,         ecDestNotObtainable = EC_DEST_NOT_OBTAINABLE,
    EC_DO_NOT_DISTURB = 14,              ecDoNotDisturb = EC_DO_NOT_DISTURB,
    EC_INCOMPATIBLE_DESTINATION = 15,    ecIncompatibleDestination = EC_INCOMPATIBLE_DESTINATION,
    EC_INVALID_ACCOUNT_CODE = 16,        ecInvalidAccountCode = EC_INVALID_ACCOUNT_CODE,
    EC_KEY_CONFERENCE = 17,              ecKeyConference = EC_KEY_CONFERENCE,
    EC_LOCKOUT = 18,                     ecLockout = EC_LOCKOUT,
    EC_MAINTENANCE = 19,                 ecMaintenance = EC_MAINTENANCE,
    EC_NETWORK_CONGESTION = 20,          ecNetworkCongestion = EC_NETWORK_CONGESTION,
    EC_NETWORK_NOT_OBTAINABLE = 21,      ecNetworkNotObtainable = EC_NETWORK_NOT_OBTAINABLE,
    EC_NEW_CALL = 22,                    ecNewCall = EC_NEW_CALL,
    EC_NO_AVAILABLE_AGENTS = 23,         ecNoAvailableAgents = EC_NO_AVAILABLE_AGENTS,
    EC_OVERRIDE = 24,                    ecOverride = EC_OVERRIDE,
    EC_PARK = 25,                        ecPark = EC_PARK,
    EC_OVERFLOW = 26,                    ecOverflow = EC_OVERFLOW,
    EC_RECALL = 27,                      ecRecall = EC_RECALL,
    EC_REDIRECTED = 28,                  ecRedirected = EC_REDIRECTED,
    EC_REORDER_TONE = 29,                ecReorderTone = EC_REORDER_TONE,
    EC_RESOURCES_NOT_AVAILABLE = 30,     ecResourcesNotAvailable = EC_RESOURCES_NOT_AVAILABLE,
    EC_SILENT_MONITOR = 31,              ecSilentMonitor = EC_SILENT_MONITOR,
    EC_TRANSFER = 32,                    ecTransfer = EC_TRANSFER,
    EC_TRUNKS_BUSY = 33,                 ecTrunksBusy = EC_TRUNKS_BUSY,
    EC_VOICE_UNIT_INITIATOR = 34,        ecVoiceUnitInitiator = EC_VOICE_UNIT_INITIATOR,
    EC_NETWORKSIGNAL = 46,               ecNetworkSignal = EC_NETWORKSIGNAL, EC_NETWORK_SIGNAL = EC_NETWORKSIGNAL,
    EC_SINGLE_STEP_TRANSFER = 52,        ecSingleStepTransfer = EC_SINGLE_STEP_TRANSFER,
    EC_ALERTTIMEEXPIRED = 60,            ecAlertTimeExpired = EC_ALERTTIMEEXPIRED, EC_ALERT_TIME_EXPIRED = EC_ALERTTIMEEXPIRED,
    EC_DESTOUTOFORDER = 65,              ecDestOutOfOrder = EC_DESTOUTOFORDER, EC_DEST_OUT_OF_ORDER = EC_DESTOUTOFORDER,
    EC_NOTSUPPORTEDBEARERSERVICE = 80,   ecNotSupportedBearerService = EC_NOTSUPPORTEDBEARERSERVICE, EC_NOT_SUPPORTED_BEARER_SERVICE = EC_NOTSUPPORTEDBEARERSERVICE,
    EC_UNASSIGNED_NUMBER = 81,           ecUnassignedNumber = EC_UNASSIGNED_NUMBER,
    EC_INCOMPATIBLE_BEARER_SERVICE = 87, ecIncompatibleBearerService = EC_INCOMPATIBLE_BEARER_SERVICE
} CSTAEventCause_t;
/* clang-format on */
