import { maskPersonalData } from '#solver/conversations/masking/index.ts';

const LONGEST = 300;
const QUOTED = /"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”|«[^»]*»/g;

/**
 * An error as it may be logged: its class, code, place in our code and the message without what stands in quotes, for
 * that is where values are. Messages that repeat a part of the input (a parser's, a failed query's with its parameters)
 * are left out whole.
 */
export function loggedError(error: unknown): object {
	if (!(error instanceof Error)) return { type: typeof error };
	const { code, status, cause } = error as { code?: unknown; status?: unknown; cause?: unknown };
	return {
		type: error.constructor.name,
		message: messageOf(error),
		...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
		...(typeof status === 'number' ? { status } : {}),
		stack: framesOf(error.stack),
		...(cause instanceof Error ? { cause: loggedError(cause) } : {})
	};
}

function messageOf(error: Error): string {
	if (error instanceof SyntaxError || 'params' in error || 'issues' in error)
		return '(left out: it may repeat input)';
	const { text } = maskPersonalData(error.message.replace(QUOTED, '"…"'));
	// Of several lines the others show values or code.
	return text.split('\n', 1)[0]!.slice(0, LONGEST);
}

/** Where, without the message that a stack begins with. */
const framesOf = (stack: string | undefined): string[] =>
	(stack ?? '')
		.split('\n')
		.filter((line) => /^\s+at /.test(line))
		.slice(0, 12)
		.map((line) => line.trim());
