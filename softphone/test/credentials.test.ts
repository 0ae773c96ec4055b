import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CstaClient, type ClientSettings, type ClientState } from '../client/index.js';
import { child, textAt, type XmlElement } from '../client/xml/element.js';
import { FakeClock, settle } from './support/fake_clock.js';
import { FakeServer } from './support/fake_server.js';

const expires = (seconds: number) =>
    `<extensions><AuthenticationExpires xmlns="urn:ctiengine:1">${seconds}</AuthenticationExpires></extensions>`;

const started = (seconds: number) =>
    '<StartApplicationSessionPosResponse><sessionID>S</sessionID><actualProtocolVersion>ed3</actualProtocolVersion>' +
    `<actualSessionDuration>90</actualSessionDuration>${expires(seconds)}</StartApplicationSessionPosResponse>`;

const kept = (seconds: number) =>
    '<ResetApplicationSessionTimerPosResponse><actualSessionDuration>90</actualSessionDuration>' +
    `${expires(seconds)}</ResetApplicationSessionTimerPosResponse>`;

function makeClient(credentials: Partial<ClientSettings>) {
    const server = new FakeServer();
    const clock = new FakeClock();
    const client = new CstaClient({ url: 'wss://x/', ...credentials, openSocket: server.open, clock });
    const states: ClientState[] = [];
    client.on('state', (state) => states.push(state));
    return { server, clock, client, states };
}

/** A source that counts: token-1, token-2 … */
function tokens() {
    let count = 0;
    return () => Promise.resolve(`token-${++count}`);
}

const specificInfo = (message: XmlElement) => child(child(message, 'applicationInfo'), 'applicationSpecificInfo');
const resetsWithToken = (server: FakeServer) =>
    server.seen.filter(({ message }) => textAt(message, 'extensions', 'Token') !== undefined);

test('a token travels in the first message, without user and password', async () => {
    const { server, client } = makeClient({ token: 'abc' });
    await client.start();
    assert.equal(server.last.protocol, 'csta-xml');
    const info = specificInfo(server.request('StartApplicationSession').message);
    assert.equal(textAt(info, 'Token'), 'abc');
    assert.equal(textAt(info, 'SessionLoginInfo', 'userName'), undefined);
    assert.equal(textAt(info, 'SessionLoginInfo', 'password'), undefined);
});

test('a token in the handshake is not repeated in the first message', async () => {
    const { server, client } = makeClient({ token: () => 'a.b.c', tokenPlace: 'subprotocol' });
    await client.start();
    assert.equal(server.last.protocol, 'csta-xml, bearer.a.b.c');
    assert.equal(textAt(specificInfo(server.request('StartApplicationSession').message), 'Token'), undefined);
});

test('traffic shows neither passwords nor tokens', async () => {
    const { client } = makeClient({ user: 'u', password: 'secret-1', token: 'secret-2' });
    const shown: string[] = [];
    client.on('traffic', ({ xml }) => shown.push(xml));
    await client.start();
    assert.doesNotMatch(shown.join(), /secret/);
    assert.match(shown.join(), /<Token xmlns="urn:ctiengine:1">\*\*\*<\/Token>/);
});

test('a fresh token is shown a minute before the old one expires', async () => {
    const { server, clock, client } = makeClient({ token: tokens() });
    server.answers = { StartApplicationSession: () => started(300), ResetApplicationSessionTimer: () => kept(300) };
    await client.start();
    await clock.advance(239_000);
    assert.equal(resetsWithToken(server).length, 0);
    await clock.advance(2_000);
    assert.equal(resetsWithToken(server).length, 1);
    assert.equal(textAt(resetsWithToken(server)[0]?.message, 'extensions', 'Token'), 'token-2');
    await clock.advance(241_000);
    assert.equal(resetsWithToken(server).length, 2, 'and again before that one expires');
    assert.equal(client.state.phase, 'online');
});

test('a token source that fails is asked again until the old token is over', async () => {
    let calls = 0;
    const token = () => (++calls === 1 ? 'first' : Promise.reject(new Error('identity provider is away')));
    const { server, clock, client } = makeClient({ token });
    server.answers = { StartApplicationSession: () => started(30) };
    await client.start();
    await clock.advance(60_000);
    assert.equal(resetsWithToken(server).length, 0);
    assert.equal(calls, 3, 'log-in, after 20 s and after 25 s');
});

test('an expired token ends a client that has no other', async () => {
    const { server, client, states } = makeClient({ token: 'abc' });
    await client.start();
    server.last.break(4401, 'the token has expired');
    const last = states.at(-1);
    assert.equal(last?.phase, 'ended');
    assert.match(last?.phase === 'ended' ? last.reason : '', /token has expired/);
});

test('an expired token makes a client with a token source come back with a fresh one', async () => {
    const { server, clock, client } = makeClient({ token: tokens() });
    await client.start();
    server.last.deliver(
        9999,
        '<ApplicationSessionTerminated><sessionID>S</sessionID><sessionTermReason><serverTermReason>the token has expired' +
            '</serverTermReason></sessionTermReason></ApplicationSessionTerminated>',
    );
    server.last.break(4401);
    assert.equal(client.state.phase, 'waiting');
    await clock.advance(1_000);
    assert.equal(client.state.phase, 'online');
    assert.equal(textAt(specificInfo(server.request('StartApplicationSession').message), 'Token'), 'token-2');
});

test('a replaced connection does not fight for its place', async () => {
    const { server, clock, client } = makeClient({ user: 'u', password: 'p' });
    await client.start();
    server.last.break(4409);
    await clock.advance(60_000);
    assert.equal(client.state.phase, 'ended');
    assert.equal(server.sockets.length, 1);
});

test('a breach of rules is not repeated', async () => {
    const { server, clock, client, states } = makeClient({ user: 'u', password: 'p' });
    await client.start();
    server.last.break(1008, 'too many requests for devices of others');
    await clock.advance(60_000);
    const last = states.at(-1);
    assert.match(last?.phase === 'ended' ? last.reason : '', /too many requests for devices of others/);
});

test('without a token there is no connection, and the next attempt asks anew', async () => {
    let calls = 0;
    const token = () => (++calls === 1 ? Promise.reject(new Error('popup closed')) : 'second');
    const { server, clock, client, states } = makeClient({ token });
    const start = client.start();
    await settle();
    assert.equal(server.sockets.length, 0);
    const waiting = states.at(-1);
    assert.match(waiting?.phase === 'waiting' ? waiting.reason : '', /popup closed/);
    await clock.advance(2_000);
    await start;
    assert.equal(client.state.phase, 'online');
});

test('a client that was stopped while it waited for a token opens no connection', async () => {
    let give = (_token: string): void => undefined;
    const { server, client } = makeClient({ token: () => new Promise<string>((resolve) => (give = resolve)) });
    const start = client.start();
    await client.stop();
    give('late');
    await assert.rejects(start);
    assert.equal(server.sockets.length, 0);
});
