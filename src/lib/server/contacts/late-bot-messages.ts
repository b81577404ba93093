interface Told {
	type: string;
	at: number;
	data: string;
}

/**
 * The bot stops once a person has the contact: a message of it that comes after all, until it is started again or the contact ends,
 * becomes a moment of its own, `marea.bot.late`. The message itself stays among the words.
 */
export function lateBotMessages<T extends Told>(events: readonly T[]): T[] {
	let withPerson = false;
	return events.map((event) => {
		if (event.type === 'marea.contact.answered') withPerson = true;
		else if (event.type === 'marea.bot.started' || event.type === 'marea.contact.ended') withPerson = false;
		else if (withPerson && event.type === 'marea.message') {
			const { party } = JSON.parse(event.data) as { party?: unknown };
			if (party === 'bot') return { ...event, type: 'marea.bot.late' };
		}
		return event;
	});
}
