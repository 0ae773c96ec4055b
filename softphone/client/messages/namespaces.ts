/** Namespaces of what the client writes. Reading goes by local names and needs none of them. */
export const namespaces = {
    /** ECMA-323 edition 3. */
    csta: 'http://www.ecma-international.org/standards/ecma-323/csta/ed3',
    /** ECMA-354 application sessions. */
    session: 'http://www.ecma-international.org/standards/ecma-354/appl_session',
    /** Private data as AES clients write it. */
    avaya: 'http://www.avaya.com/csta',
    /** Additions of this product. */
    ctiengine: 'urn:ctiengine:1',
} as const;
