import type { CommandAnswer } from '#lib/contracts/commands.ts';
import { InvalidInputError, OutOfScopeError } from '../access/index.ts';
import type { Actor } from '../context.ts';
import type { CommandInput } from './command-input.ts';
import type { LiveCommands } from './live-commands.ts';

const MOST = 1_000;

/** Asks for one action or for each of a list; one that cannot be asked for is named, and the others are asked for. */
export async function askForAll(live: LiveCommands, actor: Actor, body: unknown): Promise<CommandAnswer> {
	if (!Array.isArray(body))
		return { commands: [await live.request(actor, body as CommandInput)], rejected: [] };
	if (body.length > MOST)
		throw new InvalidInputError(`Asking for actions: ${body.length} at once, wanted at most ${MOST}.`);
	const answer: CommandAnswer = { commands: [], rejected: [] };
	for (const [index, input] of (body as CommandInput[]).entries())
		try {
			answer.commands.push(await live.request(actor, input));
		} catch (error) {
			if (!(error instanceof InvalidInputError || error instanceof OutOfScopeError)) throw error;
			answer.rejected.push({ index, error: error.message });
		}
	return answer;
}
