/** Events of some contacts within the last minutes, in no order; earlier batches' contacts go on. */
export function makeBatch(random: (n: number) => number, n: number, most = 450): { id: string }[] {
	const now = Date.now();
	const kinds = ['started', 'queued', 'queued', 'answered', 'held', 'resumed', 'ended', 'wrapped'];
	return Array.from({ length: Math.ceil(most / 9) + random(Math.floor((most * 8) / 9)) }, (_, i) => {
		const contact = `c${Math.max(0, n * 20 - random(400))}`;
		const kind = kinds[random(kinds.length)]!;
		const data = { contact, queue: `q${random(3)}`, agent: `a${random(5)}`, channel: 'voice' };
		return {
			specversion: '1.0',
			id: `${n}-${i}`,
			source: 'fault-test',
			type: `marea.contact.${kind}`,
			time: new Date(now - random(200_000)).toISOString(),
			data
		};
	});
}
