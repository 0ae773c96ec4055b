#!/usr/bin/env python3
"""What programs in the field send, and an engine must take: python3 tolerance_test.py PORT (a plain TCP port)."""

import struct
import sys
import unittest

from annexj_frames import StreamEnded, connect, make_frame
from csta_client import AVAYA, CSTA, LOG_IN, PRIVATE_VERSION, SESSION, CstaClient

PORT = 0


class Case(unittest.TestCase):
    def open(self, version_bytes=b"\0\0"):
        stream = connect("tcp", "localhost", PORT, timeout=20.0)
        self.addCleanup(stream.close)
        return CstaClient(stream, version_bytes)

    def open_session(self):
        client = self.open()
        client.log_in()
        return client


class LogIn(Case):
    def test_every_private_version_is_echoed(self):
        for last in "123456789A":
            version = CSTA + "/priv" + last
            client = self.open()
            answer = client.log_in(version=version)
            self.assertEqual(answer.at("actualProtocolVersion"), version)
            monitor = client.request('<MonitorStop xmlns="%s"><monitorCrossRefID>77</monitorCrossRefID>'
                                     '</MonitorStop>' % version)
            self.assertEqual(monitor.namespace, CSTA, "answers are in the namespace of the edition")
            client.log_out()

    def test_prefixes_may_be_undeclared_and_children_out_of_order(self):
        client = self.open()
        answer = client.request(
            "<StartApplicationSession><requestedSessionDuration>180</requestedSessionDuration>"
            "<requestedProtocolVersions><protocolVersion>%s</protocolVersion></requestedProtocolVersions>"
            "<applicationInfo><applicationSpecificInfo><ns1:SessionLoginInfo>"
            "<ns1:sessionCleanupDelay>60</ns1:sessionCleanupDelay><ns1:password>x</ns1:password>"
            "<ns1:userName>program</ns1:userName></ns1:SessionLoginInfo></applicationSpecificInfo>"
            "<applicationID>x</applicationID></applicationInfo></StartApplicationSession>" % PRIVATE_VERSION)
        self.assertEqual(answer.name, "StartApplicationSessionPosResponse", answer)

    def test_elements_of_the_login_may_be_in_no_namespace(self):
        client = self.open()
        text = LOG_IN.format(session=SESSION, avaya=AVAYA, user="x", version=PRIVATE_VERSION)
        answer = client.request(text.replace("acx:", "").replace(' xsi:type="SessionLoginInfo"', ""))
        self.assertEqual(answer.name, "StartApplicationSessionPosResponse", answer)


class Requests(Case):
    def test_any_namespace_that_clients_use_is_taken(self):
        client = self.open_session()
        namespaces = [CSTA, PRIVATE_VERSION, SESSION, AVAYA, CSTA[:-1] + "6",
                      "http://www.ecma.ch/standards/ecma-323/csta/ed2"]
        for namespace in namespaces:
            answer = client.ask('<SnapshotDevice xmlns="%s"><snapshotObject>4011</snapshotObject>'
                                '</SnapshotDevice>' % namespace)
            self.assertEqual(answer.namespace, CSTA)
        client.ask("<SnapshotDevice><snapshotObject>4011</snapshotObject></SnapshotDevice>")
        client.ask('<csta:SnapshotDevice><csta:snapshotObject>4011</csta:snapshotObject></csta:SnapshotDevice>')

    def test_unknown_elements_and_attributes_are_passed_over(self):
        client = self.open_session()
        client.ask('<SnapshotDevice xmlns="%s" x="1"><future><deviceID>1</deviceID></future>'
                   '<snapshotObject typeOfNumber="other" mediaClass="notKnown" bitRate="constant" y="2"> 4011 '
                   '</snapshotObject></SnapshotDevice>' % CSTA)

    def test_a_line_end_may_stand_between_frame_and_document(self):
        client = self.open_session()
        answer = client.request('\r\n<?xml version="1.0" encoding="UTF-8"?>\r\n<SnapshotDevice xmlns="%s">'
                                '<snapshotObject>4011</snapshotObject></SnapshotDevice>' % CSTA)
        self.assertEqual(answer.name, "SnapshotDeviceResponse", answer)


class Devices(Case):
    def test_each_device_is_echoed_in_the_form_the_client_used(self):
        for device in ("4012:CM1::0", "4012:CM1:10.20.30.40:1", "4012:::0", "4012"):
            client = self.open_session()
            client.start_monitor(device)
            call = client.make_call(device, "4013")
            self.assertEqual(call.at("callingDevice/deviceID"), device)
            event = client.event("OriginatedEvent")
            self.assertEqual(event.at("originatedConnection/deviceID"), device)
            self.assertEqual(event.at("calledDevice/deviceIdentifier"), "4013", "dialled bare, written bare")
            client.on_connection("ClearConnection", "connectionToBeCleared", call.at("callingDevice/callID"), device)
            client.event("ConnectionClearedEvent")
            client.log_out()

    def test_ids_are_given_and_taken_back(self):
        client = self.open_session()
        self.assertEqual(client.device_id("4014"), "4014:CM1::0")
        answer = client.ask('<GetDeviceId xmlns="%s"><switchName>CM1</switchName><switchIPInterface>10.0.0.1'
                            '</switchIPInterface><extension>4014</extension><controllableByOtherSessions>true'
                            '</controllableByOtherSessions></GetDeviceId>' % AVAYA)
        self.assertEqual(answer.at("device"), "4014:CM1:10.0.0.1:0")
        self.assertEqual(answer.namespace, AVAYA)
        client.release_device_id("4014:CM1:10.0.0.1:0")


class Frames(Case):
    def test_version_bytes_are_not_looked_at(self):
        for version in (b"00", b"\x01\x00", b"\xff\xff"):
            self.open(version).log_in()

    def test_several_frames_in_one_segment_are_all_answered(self):
        client = self.open_session()
        snapshot = '<SnapshotDevice xmlns="%s"><snapshotObject>4011</snapshotObject></SnapshotDevice>' % CSTA
        client.stream.send(b"".join(make_frame("%04d" % invoke, snapshot) for invoke in range(100, 120)))
        for invoke in range(100, 120):
            self.assertEqual(client.answer("%04d" % invoke).name, "SnapshotDeviceResponse")

    def test_the_ids_0000_and_9998_are_like_any_other(self):
        client = self.open_session()
        for invoke in ("0000", "9998"):
            client.stream.send(make_frame(invoke, "<Nonsense/>"))
            self.assertEqual(client.answer(invoke).name, "CSTAErrorCode")

    def broken(self, data, sentence):
        client = self.open_session()
        client.stream.send(data)
        error = client.event("CSTAErrorCode")
        self.assertIn(sentence, error.text)
        with self.assertRaises(StreamEnded):
            client.stream.receive()

    def test_a_length_without_header_is_explained_before_the_end(self):
        self.broken(struct.pack(">HH4s", 0, 7, b"0001"), "the length field says 7")

    def test_an_id_that_is_no_number_is_explained_before_the_end(self):
        self.broken(struct.pack(">HH4s", 0, 20, b"00x1") + b"<MakeCall/>!", "four ASCII digits")

    def test_the_id_of_the_server_is_explained_before_the_end(self):
        self.broken(make_frame("9999", "<MakeCall/>"), "9999 belongs to the server")

    def test_tls_on_the_plain_port_is_explained(self):
        client = self.open()
        client.stream.send(bytes.fromhex("1603010200010001fc0303"))
        self.assertIn("start of TLS", client.stream.receive().decode("utf-8"))

    def test_xml_that_is_none_is_answered_on_its_own_id(self):
        client = self.open_session()
        client.stream.send(make_frame("0321", "<MakeCall><calling"))
        self.assertEqual(client.answer("0321").name, "CSTAErrorCode")
        client.log_out()


if __name__ == "__main__":
    PORT = int(sys.argv.pop(1))
    unittest.main(verbosity=2)
