/** Close codes by which a server says that it goes away but will be back (RFC 6455 and its registry). */
const comingBack: readonly number[] = [1001, 1012, 1013];

/** The token that proved the user has expired. */
export const expiredCode = 4401;

/** Close codes behind which stands a decision: coming back by itself would change nothing. */
const closedForGood: Readonly<Record<number, string>> = {
    1008: 'the server closed the connection for a breach of its rules',
    [expiredCode]: 'the token has expired',
    4409: "another connection has taken this one's place",
};

/** How a connection ended, as the client that owned it saw it. */
export interface Ending {
    readonly code: number;
    readonly reason: string;
    /** The server's own words about the end of the session, if it gave any. */
    readonly words?: string | undefined;
    /** The client can get another token. */
    readonly freshTokens: boolean;
}

/** Why a connection that ended so must not be made again by itself; undefined = it may. */
export function reasonToStayAway({ code, reason, words, freshTokens }: Ending): string | undefined {
    if (code === expiredCode && freshTokens) return undefined;
    if (words !== undefined && !comingBack.includes(code)) return words;
    const sentence = closedForGood[code];
    return sentence && reason ? `${sentence}: ${reason}` : sentence;
}
