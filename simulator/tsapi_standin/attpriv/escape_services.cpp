// The functions of attpriv.h whose private data is a service of its own, carried by cstaEscapeService.
#include "simulator/tsapi_standin/attpriv/encode.hpp"

using namespace ctiengine::tsapi_standin;

namespace {

/// A query about one device.
template <class Pdu>
RetCode_t put_device_query(ATTPrivateData_t* to, std::uint16_t number, const DeviceID_t* device) {
    if (any_null(device)) return ACSERR_BADPARAMETER;
    Pdu pdu{};
    copy_text(pdu.device, device);
    return put_att(to, number, pdu);
}

/// Selective listening; the selected party is of no meaning, and may be null, when all parties are meant.
template <class Pdu>
RetCode_t put_selective_listening(
    ATTPrivateData_t* to,
    std::uint16_t number,
    const ConnectionID_t* subject,
    Boolean all_parties,
    const ConnectionID_t* selected
) {
    if (any_null(subject) || (all_parties == FALSE && any_null(selected))) return ACSERR_BADPARAMETER;
    Pdu pdu{};
    pdu.subjectConnection = *subject;
    pdu.allParties = static_cast<unsigned char>(all_parties);
    if (selected != nullptr) pdu.selectedParty = *selected;
    return put_att(to, number, pdu);
}

/// DTMF tones; no receivers means all parties. Durations in units of 10 ms, 0: the switch's choice.
template <class Pdu, class Receivers>
RetCode_t put_tones(
    ATTPrivateData_t* to,
    std::uint16_t number,
    const ConnectionID_t* sender,
    const Receivers* receivers,
    const char* tones,
    short tone_duration,
    short pause_duration
) {
    if (any_null(sender) || any_null(tones)) return ACSERR_BADPARAMETER;
    Pdu pdu{};
    pdu.sender = *sender;
    if (receivers != nullptr) pdu.receivers = *receivers;
    const auto length = strnlen(tones, sizeof pdu.tones);
    if (length == sizeof pdu.tones) return ACSERR_BADPARAMETER;
    std::memcpy(pdu.tones, tones, length);
    pdu.toneDuration = tone_duration;
    pdu.pauseDuration = pause_duration;
    return put_att(to, number, pdu);
}

}  // namespace

extern "C" {

RetCode_t attSendDTMFTone(
    ATTPrivateData_t* privateData,
    ConnectionID_t* sender,
    ATTV4ConnIDList_t* receivers,
    char* tones,
    short toneDuration,
    short pauseDuration
) {
    return put_tones<ATTV4SendDTMFTone_t>(
        privateData, ATTV4_SENDDTMF_TONE, sender, receivers, tones, toneDuration, pauseDuration
    );
}

RetCode_t attSendDTMFToneExt(
    ATTPrivateData_t* privateData,
    ConnectionID_t* sender,
    ATTConnIDList_t* receivers,
    char* tones,
    short toneDuration,
    short pauseDuration
) {
    return put_tones<ATTSendDTMFTone_t>(
        privateData, ATT_SENDDTMF_TONE, sender, receivers, tones, toneDuration, pauseDuration
    );
}

RetCode_t attQueryAcdSplit(ATTPrivateData_t* privateData, DeviceID_t* device) {
    return put_device_query<ATTQueryAcdSplit_t>(privateData, ATT_QUERY_ACD_SPLIT, device);
}

RetCode_t attQueryAgentLogin(ATTPrivateData_t* privateData, DeviceID_t* device) {
    return put_device_query<ATTQueryAgentLogin_t>(privateData, ATT_QUERY_AGENT_LOGIN, device);
}

RetCode_t attQueryCallClassifier(ATTPrivateData_t* privateData) {
    return put_att(privateData, ATT_QUERY_CALL_CLASSIFIER, ATTQueryCallClassifier_t{});
}

RetCode_t attQueryDeviceName(ATTPrivateData_t* privateData, DeviceID_t* device) {
    return put_device_query<ATTQueryDeviceName_t>(privateData, ATT_QUERY_DEVICE_NAME, device);
}

RetCode_t attQueryStationStatus(ATTPrivateData_t* privateData, DeviceID_t* device) {
    return put_device_query<ATTQueryStationStatus_t>(privateData, ATT_QUERY_STATION_STATUS, device);
}

RetCode_t attQueryTimeOfDay(ATTPrivateData_t* privateData) {
    return put_att(privateData, ATT_QUERY_TOD, ATTQueryTod_t{});
}

RetCode_t attQueryTrunkGroup(ATTPrivateData_t* privateData, DeviceID_t* device) {
    return put_device_query<ATTQueryTg_t>(privateData, ATT_QUERY_TG, device);
}

RetCode_t attQueryUCID(ATTPrivateData_t* privateData, ConnectionID_t* call) {
    if (any_null(call)) return ACSERR_BADPARAMETER;
    return put_att(privateData, ATT_QUERY_UCID, ATTQueryUcid_t{*call});
}

RetCode_t attMonitorStopOnCall(
    ATTPrivateData_t* privateData, CSTAMonitorCrossRefID_t monitorCrossRefID, ConnectionID_t* call
) {
    if (any_null(call)) return ACSERR_BADPARAMETER;
    return put_att(privateData, ATT_MONITOR_STOP_ON_CALL, ATTMonitorStopOnCall_t{monitorCrossRefID, *call});
}

RetCode_t attSingleStepConferenceCall(
    ATTPrivateData_t* privateData,
    ConnectionID_t* activeCall,
    DeviceID_t* deviceToBeJoin,
    ATTParticipationType_t participationType,
    Boolean alertDestination
) {
    if (any_null(activeCall) || any_null(deviceToBeJoin)) return ACSERR_BADPARAMETER;
    ATTSingleStepConferenceCall_t pdu{};
    pdu.activeCall = *activeCall;
    copy_text(pdu.deviceToBeJoin, deviceToBeJoin);
    pdu.participationType = participationType;
    pdu.alertDestination = static_cast<unsigned char>(alertDestination);
    return put_att(privateData, ATT_SINGLE_STEP_CONFERENCE_CALL, pdu);
}

RetCode_t attSingleStepTransferCall(
    ATTPrivateData_t* privateData, ConnectionID_t* activeCall, DeviceID_t* transferredTo
) {
    if (any_null(activeCall) || any_null(transferredTo)) return ACSERR_BADPARAMETER;
    ATTSingleStepTransferCall_t pdu{};
    pdu.activeCall = *activeCall;
    copy_text(pdu.transferredTo, transferredTo);
    return put_att(privateData, ATT_SINGLE_STEP_TRANSFER_CALL, pdu);
}

RetCode_t attSelectiveListeningHold(
    ATTPrivateData_t* privateData,
    ConnectionID_t* subjectConnection,
    Boolean allParties,
    ConnectionID_t* selectedParty
) {
    return put_selective_listening<ATTSelectiveListeningHold_t>(
        privateData, ATT_SELECTIVE_LISTENING_HOLD, subjectConnection, allParties, selectedParty
    );
}

RetCode_t attSelectiveListeningRetrieve(
    ATTPrivateData_t* privateData,
    ConnectionID_t* subjectConnection,
    Boolean allParties,
    ConnectionID_t* selectedParty
) {
    return put_selective_listening<ATTSelectiveListeningRetrieve_t>(
        privateData, ATT_SELECTIVE_LISTENING_RETRIEVE, subjectConnection, allParties, selectedParty
    );
}

RetCode_t attSetBillRate(
    ATTPrivateData_t* privateData, ConnectionID_t* call, ATTBillType_t billType, float billRate
) {
    if (any_null(call)) return ACSERR_BADPARAMETER;
    return put_att(privateData, ATT_SET_BILL_RATE, ATTSetBillRate_t{*call, billType, billRate});
}

RetCode_t attSetAdviceOfCharge(ATTPrivateData_t* privateData, Boolean flag) {
    const ATTSetAdviceOfCharge_t pdu{static_cast<unsigned char>(flag)};
    return put_att(privateData, ATT_SET_ADVICE_OF_CHARGE, pdu);
}

}  // extern "C"
