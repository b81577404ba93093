import { expect, it } from 'vitest';
import { openTimeZone } from '#lib/server/history/index.ts';
import { localSpan } from './local-span.ts';

const zone = openTimeZone('Europe/Madrid')!;
const span = (from: string, to: string) => {
	const found = localSpan(from, to, zone);
	return found && [found.fromAt, found.toAt].map((at) => new Date(at).toISOString().slice(0, 16));
};

it('localSpan() reads local times, skipped and repeated ones too', () => {
	expect(span('2026-03-02T09:00', '2026-03-03T00:00')).toEqual(['2026-03-02T08:00', '2026-03-02T23:00']);
	expect(span('2026-03-29T02:30', '2026-03-29T04:00')).toEqual(['2026-03-29T01:00', '2026-03-29T02:00']);
	expect(span('2026-10-25T02:00', '2026-10-25T02:30')).toEqual(['2026-10-25T00:00', '2026-10-25T01:30']);
	expect(span('2026-03-02', 'soon')).toBeNull();
});
