// A stand-in for gateway, worker and switch in one process, for developing the page and the scripted day.
// Usage: node server.mjs --port 8090 --cert cert.pem --key key.pem --dist dist
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { extname, join, normalize } from 'node:path';
import { parseArgs } from 'node:util';
import { WebSocketServer, type WebSocket } from 'ws';
import { textAt } from '../../client/xml/element.js';
import { parseXml } from '../../client/xml/parse.js';
import { answer, refusal } from '../support/fake_server.js';
import { MiniSwitch, Refused } from './mini_switch.js';
import { answerRequest } from './requests.js';

const { values } = parseArgs({
    options: {
        port: { type: 'string', default: '0' },
        cert: { type: 'string' },
        key: { type: 'string' },
        dist: { type: 'string', default: 'dist' },
    },
});

const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const csta = 'xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed3"';
const monitors = new Map<string, { device: string; socket: WebSocket }>();
let nextId = 1;
/** While true, nothing is answered: the server is there and dead. */
let deaf = false;

const pbx = new MiniSwitch((device, name, body) => {
    for (const [id, monitor] of monitors) {
        if (monitor.device !== device) continue;
        monitor.socket.send(`9999<?xml version="1.0" encoding="UTF-8"?><${name} ${csta}><monitorCrossRefID>${id}</monitorCrossRefID>${body}</${name}>`);
    }
});

function respond(socket: WebSocket, xml: string): string {
    const message = parseXml(xml);
    switch (message.name) {
        case 'StartApplicationSession':
            if (xml.includes('<userName>nobody</userName>')) {
                return '<StartApplicationSessionNegResponse><errorCode><definedError>invalidApplicationInfo</definedError></errorCode></StartApplicationSessionNegResponse>';
            }
            return `<StartApplicationSessionPosResponse><sessionID>S${nextId++}</sessionID><actualProtocolVersion>x</actualProtocolVersion><actualSessionDuration>90</actualSessionDuration></StartApplicationSessionPosResponse>`;
        case 'ResetApplicationSessionTimer':
            return '<ResetApplicationSessionTimerPosResponse><actualSessionDuration>90</actualSessionDuration></ResetApplicationSessionTimerPosResponse>';
        case 'StopApplicationSession':
            return '<StopApplicationSessionPosResponse/>';
        case 'MonitorStart': {
            const device = textAt(message, 'monitorObject', 'deviceObject') ?? '';
            pbx.station(device);
            const id = String(nextId++);
            monitors.set(id, { device, socket });
            return answer('MonitorStartResponse', `<monitorCrossRefID>${id}</monitorCrossRefID>`);
        }
        case 'MonitorStop':
            monitors.delete(textAt(message, 'monitorCrossRefID') ?? '');
            return answer('MonitorStopResponse');
        default:
            return answerRequest(pbx, message) ?? refusal('operation', 'serviceNotSupported');
    }
}

function truth() {
    const calls = [...pbx.calls.values()].map(({ id, legs }) => ({ callId: id, ucid: String(id).padStart(20, '0'), connections: legs }));
    const agents = [...pbx.agents.values()].map((agent) => ({ ...agent, talkState: pbx.busy(agent.extension) ? 'onCall' : 'idle' }));
    const stations = pbx.stations.map((extension) => ({ extension, name: `Station ${extension}` }));
    return { calls, agents, stations, monitors: [...monitors.values()].map(({ device }) => ({ device })) };
}

/** `/ctisim/<command>?from=…&to=…&device=…&call=…`, spoken by the fake ctisim. */
function control(url: URL): unknown {
    const word = (name: string) => url.searchParams.get(name) ?? '';
    switch (url.pathname) {
        case '/ctisim/call':
            return { callId: pbx.externalCall(word('from'), word('to')) };
        case '/ctisim/answer':
            return pbx.lift(word('device')), {};
        case '/ctisim/hangup':
            return pbx.clear(Number(word('call')), word('device')), {};
        case '/ctisim/deaf':
            deaf = word('on') === 'true';
            return {};
        case '/ctisim/cut':
            for (const client of sockets.clients) client.terminate();
            return {};
        default:
            return truth();
    }
}

const server = createServer(
    { cert: await readFile(values.cert ?? 'cert.pem'), key: await readFile(values.key ?? 'key.pem') },
    (request, response) => {
        const url = new URL(request.url ?? '/', 'https://x');
        if (url.pathname.startsWith('/ctisim/')) {
            return void response.end(JSON.stringify(control(url)));
        }
        const name = normalize(url.pathname.replace(/^\/softphone\//, '')) || 'index.html';
        const file = join(values.dist, name === '.' || name === './' ? 'index.html' : name);
        readFile(file).then(
            (content) =>
                response
                    .setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
                    .setHeader('content-security-policy', "default-src 'self'")
                    .end(content),
            () => response.writeHead(404).end('not found'),
        );
    },
);

const sockets = new WebSocketServer({ server, handleProtocols: (offered) => (offered.has('csta-xml') ? 'csta-xml' : false) });
server.on('upgrade', (_request, socket) => deaf && socket.destroy());
sockets.on('connection', (socket) => {
    socket.on('message', (data) => {
        if (deaf) return;
        const text = String(data);
        const id = text.slice(0, 4);
        if (id === '9999') return;
        try {
            socket.send(id + respond(socket, text.slice(4)));
        } catch (fault) {
            socket.send(id + (fault instanceof Refused ? refusal(fault.category, fault.value) : refusal('operation', 'generic')));
        }
    });
    socket.on('close', () => {
        for (const [id, monitor] of monitors) if (monitor.socket === socket) monitors.delete(id);
    });
});

server.listen(Number(values.port), '127.0.0.1', () => {
    const address = server.address();
    console.log(`ready on port ${typeof address === 'object' ? address?.port : ''}`);
});
