import { pino, stdTimeFunctions } from 'pino';
import { loggedError } from './logged-error.ts';
import { currentOrigin } from './origin.ts';

/**
 * Structured, on stderr; no personal data. A line of a request carries its id, by which the audit and the answer's
 * `x-request-id` are found. Log routes, ids that Marea made, counts and times: never names, words, addresses or bodies.
 */
export const log = pino(
	{
		level: process.env.LOG_LEVEL ?? 'info',
		base: null,
		timestamp: stdTimeFunctions.isoTime,
		serializers: { err: loggedError },
		mixin: () => {
			const requestId = currentOrigin()?.requestId;
			return requestId ? { requestId } : {};
		}
	},
	pino.destination(2)
);
