export const SESSION_COOKIE = 'marea.session_token';

/** How long a sign-in lasts. It is not stretched by use: reading a session never writes. */
export const SESSION_SECONDS = 7 * 24 * 60 * 60;
