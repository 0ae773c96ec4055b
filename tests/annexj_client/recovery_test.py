#!/usr/bin/env python3
"""Session recovery as Avaya's clients do it: python3 recovery_test.py PORT (a plain TCP port)."""

import sys
import unittest

from annexj_frames import connect
from csta_client import AVAYA, CstaClient

PORT = 0


def avaya(name, content=""):
    return '<%s xmlns="%s">%s</%s>' % (name, AVAYA, content, name)


def element(name, text):
    return "<%s>%s</%s>" % (name, text, name)


class Case(unittest.TestCase):
    def open(self, user="program"):
        stream = connect("tcp", "localhost", PORT, timeout=20.0)
        self.addCleanup(stream.close)
        client = CstaClient(stream)
        client.log_in(user=user)
        return client

    def listed(self, client, request, event, session=""):
        """(device, [cross references]) of a list that comes in an event behind an empty answer."""
        answer = client.ask(avaya(request, element("sessionID", session) if session else ""))
        self.assertEqual(len(answer.root), 0, answer)
        entries = []
        final = ""
        while final != "true":
            part = client.event(event)
            final = part.at("isFinalResponse")
            for data in part.root.findall(".//{*}monitorObjectData"):
                entries.append((data.find("{*}monitorObject/{*}deviceObject").text,
                                [ref.text for ref in data.findall(".//{*}monitorCrossRefID")]))
            entries += [(device, []) for device in part.all("deviceID")]
        return entries

    def monitors(self, client, session=""):
        return self.listed(client, "GetMonitorList", "GetMonitorListEvent", session)


class Lists(Case):
    def test_a_session_without_monitors_has_empty_lists(self):
        client = self.open()
        self.assertEqual(self.monitors(client), [])
        self.assertEqual(self.listed(client, "GetDeviceIdList", "GetDeviceIdListEvent"), [])

    def test_monitors_are_listed_by_device_in_the_clients_spelling(self):
        client = self.open()
        first = client.start_monitor("4021:CM1::0")
        second = client.start_monitor("4022")
        third = client.start_monitor("4021:CM1::0")
        self.assertEqual(self.monitors(client), [("4021:CM1::0", [first, third]), ("4022", [second])])
        self.assertEqual(self.listed(client, "GetDeviceIdList", "GetDeviceIdListEvent"),
                         [("4021:CM1::0", []), ("4022", [])])
        client.stop_monitor(first)
        self.assertEqual(self.monitors(client), [("4022", [second]), ("4021:CM1::0", [third])])

    def test_a_long_list_comes_in_parts(self):
        client = self.open()
        extensions = ["%d" % number for number in range(4050, 4170)]
        for extension in extensions:
            client.start_monitor(extension)
        self.assertEqual([device for device, _ in self.monitors(client)], extensions)

    def test_another_session_of_the_user_may_ask_but_no_other_user(self):
        watching, asking, stranger = self.open("anna"), self.open("anna"), self.open("bert")
        monitor = watching.start_monitor("4023:CM1::0")
        self.assertEqual(self.monitors(asking, watching.session), [("4023:CM1::0", [monitor])])
        answer = stranger.request(avaya("GetMonitorList", element("sessionID", watching.session)))
        self.assertEqual(answer.name, "CSTAErrorCode")
        sessions = asking.ask(avaya("GetSessionIdList")).all("sessionID")
        self.assertCountEqual(sessions, [watching.session, asking.session])


class Transfer(Case):
    def transfer(self, client, from_session, to_session=None):
        return client.request(avaya("TransferMonitorObjects", element("fromSessionID", from_session) +
                                    element("toSessionID", to_session or client.session)))

    def test_events_go_to_the_session_that_took_over(self):
        old, new = self.open("carl"), self.open("carl")
        old.start_monitor("4024:CM1::0")
        answer = self.transfer(new, old.session)
        self.assertEqual(answer.name, "TransferMonitorObjectsResponse", answer)
        event = new.event("TransferMonitorObjectsEvent")
        self.assertEqual(event.all("deviceObject"), ["4024:CM1::0"])
        monitor, = event.all("monitorCrossRefID")

        call = new.make_call("4024:CM1::0", "4025").at("callingDevice/callID")
        originated = new.event("OriginatedEvent")
        self.assertEqual(originated.at("monitorCrossRefID"), monitor)
        self.assertEqual(self.monitors(old), [], "the other session has it no more")
        self.assertNotIn("OriginatedEvent", [event.name for event in old.events])
        new.on_connection("ClearConnection", "connectionToBeCleared", call, "4024:CM1::0")
        new.event("ConnectionClearedEvent")
        new.stop_monitor(monitor)

    def test_a_session_that_is_gone_is_refused_with_a_sentence(self):
        old, new = self.open("dora"), self.open("dora")
        old.start_monitor("4026")
        gone = old.session
        old.log_out()
        answer = self.transfer(new, gone)
        self.assertEqual(answer.name, "CSTAErrorCode")
        self.assertIn("start the monitors anew", answer.text)

    def test_sessions_of_others_and_oneself_are_refused(self):
        mine, other = self.open("emil"), self.open("fred")
        for from_session, to_session in ((other.session, mine.session), (mine.session, mine.session),
                                         (other.session, other.session)):
            self.assertEqual(self.transfer(mine, from_session, to_session).name, "CSTAErrorCode")


class Characteristics(Case):
    def wish(self, device_id_type, filter_mode):
        return avaya("SetSessionCharacteristics", element("sessionCharacteristics", element(
            "deviceIDType", device_id_type) + element("eventFilterMode", filter_mode)))

    def test_what_every_session_has_is_confirmed(self):
        self.open().ask(self.wish("DMCC", "None"))

    def test_what_none_can_have_is_refused(self):
        client = self.open()
        for device_id_type, filter_mode in (("TelURI", "None"), ("DMCC", "DesktopCallControl")):
            answer = client.request(self.wish(device_id_type, filter_mode))
            self.assertEqual(answer.name, "CSTAErrorCode")
            self.assertIn("allowed: " + ("DMCC" if filter_mode == "None" else "None"), answer.text)


if __name__ == "__main__":
    PORT = int(sys.argv.pop(1))
    unittest.main(verbosity=2)
