import { expect, it } from 'vitest';
import { compareEvents } from './event-order.ts';

const event = (id: string, source = 's', type = 'marea.message', at = 0) => ({
	seq: 0,
	source,
	id,
	type,
	at,
	data: {}
});

it.each([
	[event('x-2'), event('x-10')],
	[event('x-01'), event('x-1')],
	[event('x', 'a'), event('x', 'b')],
	[event('b', 's', 'marea.contact.queued'), event('a', 's', 'marea.contact.answered')],
	[event('b', 's', 'marea.contact.ended', 1), event('a', 's', 'marea.contact.started', 2)]
])('compareEvents() puts %j before %j, and never calls two events equal', (a, b) => {
	expect([Math.sign(compareEvents(a, b)), Math.sign(compareEvents(b, a))]).toEqual([-1, 1]);
});
