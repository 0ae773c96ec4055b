#!/usr/bin/env python3
"""Makes one call through the gateway as a program written for Avaya's XML interface would, and checks each step.

Ends with 0 when every step was as expected, else with 1 and the step that was not.
"""

import argparse
import sys

from annexj_frames import StreamEnded, connect
from csta_client import CstaClient, PRIVATE_VERSION


def check(condition, sentence, message=""):
    if not condition:
        raise AssertionError("%s: %s" % (sentence, message))


def step(sentence):
    print(sentence, flush=True)


def log_in(client):
    answer = client.log_in()
    check(answer.at("actualProtocolVersion") == PRIVATE_VERSION, "the version is not echoed", answer)
    step("logged in: session " + client.session)


def watch(client, extension):
    device = client.device_id(extension)
    check(device.count(":") == 3 and device.startswith(extension + ":CM1:"), "not a four-field ID", device)
    monitor = client.start_monitor(device)
    step("watching %s with monitor %s" % (device, monitor))
    return device, monitor


def talk(client, caller, callee):
    (calling, calling_monitor), (called, called_monitor) = caller, callee
    call = client.make_call(calling, called.split(":")[0]).at("callingDevice/callID")
    delivered = client.event("DeliveredEvent", lambda event: event.at("monitorCrossRefID") == called_monitor)
    check(delivered.at("connection/callID") == call, "another call", delivered)
    check(delivered.at("alertingDevice/deviceIdentifier") == called, "the device is not echoed", delivered)
    check(delivered.at("callingDevice/deviceIdentifier") == calling, "the caller is not echoed", delivered)
    step("call %s rings at %s" % (call, called))

    client.on_connection("AnswerCall", "callToBeAnswered", call, called)
    established = client.event("EstablishedEvent",
                               lambda event: event.at("monitorCrossRefID") == calling_monitor)
    check(established.at("answeringDevice/deviceIdentifier") == called, "somebody else answered", established)
    step("answered")

    snapshot = client.snapshot(calling)
    check(call in snapshot.all("callID"), "the call is not in the snapshot", snapshot)
    check("connected" in snapshot.all("localConnectionState"), "it is not connected", snapshot)
    step("the snapshot shows it")

    client.on_connection("ClearConnection", "connectionToBeCleared", call, calling)
    client.event("ConnectionClearedEvent", lambda event: event.at("monitorCrossRefID") == calling_monitor and
                 event.at("releasingDevice/deviceIdentifier") == calling)
    step("cleared")


def run(client, options):
    log_in(client)
    caller = watch(client, options.caller)
    callee = watch(client, options.callee)
    talk(client, caller, callee)
    for device, monitor in (caller, callee):
        client.stop_monitor(monitor)
        client.release_device_id(device)
    client.log_out()
    step("logged out")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("form", choices=["tcp", "tls", "ws"], help="how the frames travel")
    parser.add_argument("port", type=int)
    parser.add_argument("--host", default="localhost")
    parser.add_argument("--trust", help="PEM file with the server's certificate; without it any is accepted")
    parser.add_argument("--caller", default="4001")
    parser.add_argument("--callee", default="4002")
    parser.add_argument("--piece", type=int, help="bytes of one TCP segment (tcp and tls)")
    parser.add_argument("--ascii-version", action="store_true", help="send ASCII 00 as version, as some programs do")
    parser.add_argument("--timeout", type=float, default=10.0, help="seconds to wait for each message")
    options = parser.parse_args()
    stream = connect(options.form, options.host, options.port, options.trust, options.timeout, options.piece)
    client = CstaClient(stream, b"00" if options.ascii_version else b"\0\0")
    try:
        run(client, options)
    except (AssertionError, OSError, StreamEnded) as failed:
        print("FAILED: %s" % failed, flush=True)
        return 1
    finally:
        stream.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
