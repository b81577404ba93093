import type { ContactPlaces } from '../access/index.ts';
import type { ContactFold } from './fold/contact-fold.ts';

/** Where a contact is and has been, for whoever asks whether it is seen. */
export function placesOf({ visits, bot, handling, waiting }: ContactFold): ContactPlaces {
	const queues = visits.map(({ queue }) => queue);
	if (bot?.queue) queues.push(bot.queue);
	if (waiting) queues.push(waiting.queue);
	const agents = visits.flatMap(({ agent }) => agent ?? []);
	if (handling?.agent) agents.push(handling.agent);
	return { queues, agents };
}
