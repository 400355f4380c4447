/** The version of the JSON contract. A breaking change raises it; new keys don't. */
export const API_VERSION = '1';
