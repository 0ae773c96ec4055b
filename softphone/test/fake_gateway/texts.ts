/** One member of a merged call. */
export interface Member {
    readonly callId: number;
    readonly device: string;
}

/** `<name><deviceIdentifier>device</deviceIdentifier></name>` */
export function deviceElement(name: string, device: string): string {
    return `<${name}><deviceIdentifier>${device}</deviceIdentifier></${name}>`;
}
