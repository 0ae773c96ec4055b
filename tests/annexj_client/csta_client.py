"""A client for CSTA XML over frames of annex J, in the manner of programs written for Avaya's XML interface."""

import collections
import time
import xml.etree.ElementTree as ElementTree

from annexj_frames import make_frame, take_apart

CSTA = "http://www.ecma-international.org/standards/ecma-323/csta/ed3"
PRIVATE_VERSION = CSTA + "/priv6"
SESSION = "http://www.ecma-international.org/standards/ecma-354/appl_session"
AVAYA = "http://www.avaya.com/csta"
UNASKED = "9999"

LOG_IN = """<StartApplicationSession xmlns="{session}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xmlns:acx="{avaya}"><applicationInfo><applicationID>annexj-client</applicationID><applicationSpecificInfo>
<acx:SessionLoginInfo xsi:type="acx:SessionLoginInfo"><acx:userName>{user}</acx:userName>
<acx:password>secret</acx:password><acx:sessionCleanupDelay>60</acx:sessionCleanupDelay></acx:SessionLoginInfo>
</applicationSpecificInfo></applicationInfo><requestedProtocolVersions>
<protocolVersion>{version}</protocolVersion></requestedProtocolVersions>
<requestedSessionDuration>180</requestedSessionDuration></StartApplicationSession>"""

MONITOR_START = """<MonitorStart xmlns="{version}"><monitorObject>
<deviceObject typeOfNumber="other" mediaClass="notKnown">{device}</deviceObject></monitorObject>
<requestedMonitorFilter><callcontrol><connectionCleared>true</connectionCleared><delivered>true</delivered>
<established>true</established><originated>true</originated></callcontrol></requestedMonitorFilter><extensions>
<privateData><private><AvayaEvents><invertFilter>true</invertFilter></AvayaEvents></private></privateData>
</extensions></MonitorStart>"""

DEVICE = '<{tag} typeOfNumber="other" mediaClass="notKnown">{device}</{tag}>'


class Message:
    """One message of the server."""

    def __init__(self, invoke, text):
        self.invoke = invoke
        self.text = text
        self.root = ElementTree.fromstring(text)

    @property
    def name(self):
        return self.root.tag.rpartition("}")[2]

    @property
    def namespace(self):
        return self.root.tag.rpartition("}")[0][1:]

    def at(self, path):
        """Text at a path of local names; empty when it is not there."""
        found = self.root.find("/".join("{*}" + part for part in path.split("/")))
        return "" if found is None or found.text is None else found.text.strip()

    def all(self, name):
        """Texts of all elements of this local name."""
        return [(element.text or "").strip() for element in self.root.findall(".//{*}" + name)]

    def __str__(self):
        return "%s %s" % (self.invoke, self.text)


class CstaClient:
    """Requests with answers by invoke ID, events in a queue. `version_bytes` go into every frame."""

    def __init__(self, stream, version_bytes=b"\0\0"):
        self.stream = stream
        self.version_bytes = version_bytes
        self.last_invoke = 0
        self.answers = {}
        self.events = collections.deque()
        self.session = ""

    def send(self, xml):
        self.last_invoke = self.last_invoke % 9998 + 1
        invoke = "%04d" % self.last_invoke
        self.stream.send(make_frame(invoke, xml, self.version_bytes))
        return invoke

    def receive_one(self):
        message = Message(*take_apart(self.stream.receive()))
        if message.invoke == UNASKED:
            self.events.append(message)
        else:
            self.answers[message.invoke] = message

    def answer(self, invoke):
        while invoke not in self.answers:
            self.receive_one()
        return self.answers.pop(invoke)

    def request(self, xml):
        return self.answer(self.send(xml))

    def ask(self, xml, positive=None):
        """A request that must succeed."""
        answer = self.request(xml)
        expected = positive or xml[1:].split()[0].split(">")[0].rpartition(":")[2] + "Response"
        if answer.name != expected:
            raise AssertionError("expected %s, got %s" % (expected, answer))
        return answer

    def event(self, name, accept=lambda event: True, seconds=10.0):
        """The next event of this name that `accept` likes; others before it are dropped."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            while self.events:
                event = self.events.popleft()
                if event.name == name and accept(event):
                    return event
            self.receive_one()
        raise AssertionError("no %s came" % name)

    # ---- the usual requests

    def log_in(self, user="program", version=PRIVATE_VERSION):
        answer = self.ask(LOG_IN.format(session=SESSION, avaya=AVAYA, user=user, version=version),
                          "StartApplicationSessionPosResponse")
        self.session = answer.at("sessionID")
        return answer

    def log_out(self):
        return self.ask('<StopApplicationSession xmlns="%s"><sessionID>%s</sessionID><sessionEndReason>'
                        '<definedEndReason>normal</definedEndReason></sessionEndReason></StopApplicationSession>'
                        % (SESSION, self.session), "StopApplicationSessionPosResponse")

    def device_id(self, extension, switch="CM1"):
        return self.ask('<GetThirdPartyDeviceId xmlns="%s"><switchName>%s</switchName><extension>%s</extension>'
                        '</GetThirdPartyDeviceId>' % (AVAYA, switch, extension)).at("device")

    def release_device_id(self, device):
        return self.ask('<ReleaseDeviceId xmlns="%s"><device>%s</device></ReleaseDeviceId>' % (AVAYA, device))

    def start_monitor(self, device, version=PRIVATE_VERSION):
        return self.ask(MONITOR_START.format(version=version, device=device)).at("monitorCrossRefID")

    def stop_monitor(self, cross_reference):
        return self.ask('<MonitorStop xmlns="%s"><monitorCrossRefID>%s</monitorCrossRefID></MonitorStop>'
                        % (PRIVATE_VERSION, cross_reference))

    def make_call(self, device, number):
        return self.ask('<MakeCall xmlns="%s">%s<calledDirectoryNumber>%s</calledDirectoryNumber></MakeCall>' % (
            PRIVATE_VERSION, DEVICE.format(tag="callingDevice", device=device), number))

    def on_connection(self, request, element, call, device):
        """A request about one connection; the device stands before the call, as such programs write it."""
        return self.ask('<%s xmlns="%s"><%s>%s<callID>%s</callID></%s></%s>' % (
            request, PRIVATE_VERSION, element, DEVICE.format(tag="deviceID", device=device), call, element, request))

    def snapshot(self, device):
        return self.ask('<SnapshotDevice xmlns="%s">%s</SnapshotDevice>' % (
            PRIVATE_VERSION, DEVICE.format(tag="snapshotObject", device=device)))
