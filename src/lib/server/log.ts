import { pino } from 'pino';

/** Structured, on stderr; no personal data. */
export const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: null }, pino.destination(2));
