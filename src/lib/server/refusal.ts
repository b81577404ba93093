import { databaseTrouble, TROUBLE_TEXT } from './db/database-trouble.ts';
import { log } from './log.ts';

/**
 * The API's answer to an error: a domain's refusal in its own words; anything else is logged and answered as a
 * passing fault.
 */
export function refusal(error: unknown, otherwise: string): Response {
	const { status, message } = error as { status?: unknown; message?: string };
	if (typeof status === 'number' && status >= 400 && status < 500)
		return Response.json({ error: message }, { status });
	if (error instanceof SyntaxError)
		return Response.json({ error: `The body is not JSON: ${error.message}.` }, { status: 400 });
	// A caller that went away in the middle of its request is no fault of ours.
	if ((error as { code?: unknown }).code !== 'ECONNRESET') log.error({ err: error }, otherwise);
	const trouble = databaseTrouble(error);
	const reason = trouble ? `${otherwise} ${TROUBLE_TEXT[trouble]}` : otherwise;
	return Response.json({ error: reason }, { status: 503, headers: { 'retry-after': '1' } });
}
