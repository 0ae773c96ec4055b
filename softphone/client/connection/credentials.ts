/** A JSON Web Token, or a function that gets a fresh one: called before each log-in and before the old one expires. */
export type TokenSource = string | (() => string | Promise<string>);

/** How a user proves who he is; which of these a gateway takes is its setting AUTHENTICATION. */
export interface Credentials {
    /** May be left out with a token that names the user. */
    readonly user?: string;
    readonly password?: string;
    readonly token?: TokenSource;
    /**
     * Where the token travels: in the first message (the default), or already in the WebSocket's handshake, so that a
     * gateway can refuse it before there is a connection. Never in the address.
     */
    readonly tokenPlace?: 'message' | 'subprotocol';
}

/** The token to use now. */
export async function freshToken(source: TokenSource): Promise<string> {
    return typeof source === 'function' ? source() : source;
}

/** What to offer in the handshake to carry a token there. */
export function tokenSubprotocol(token: string): string {
    return `bearer.${token}`;
}
