import { expect, it } from 'vitest';
import { begunShifts } from './begun-shifts.ts';
import { planted } from './planted.ts';

const lunch = (offsetMinute: number) => [{ offsetMinute, lengthMinutes: 60, paid: false }];
const given = {
	published: [{ agent: 'ana', day: 0, shift: 'D' }],
	begun: [{ agent: 'ana', day: 0, until: '10:00' }],
	options: [
		{ id: 'longer', agent: 'ana', day: 0, start: '08:00', lengthMinutes: 540, breaks: lunch(300) },
		{ id: 'early meal', agent: 'ana', day: 0, start: '08:00', lengthMinutes: 480, breaks: lunch(60) },
		{ id: 'too short', agent: 'ana', day: 0, start: '08:00', lengthMinutes: 60 }
	]
};

it('begun-shifts finds another start, another past, an end that is past, and a day off', () => {
	for (const shift of ['L', 'early meal', 'too short', ''])
		expect(planted(begunShifts, [shift], {}, [], given), shift).toMatchObject([{ agent: 'ana', day: 0 }]);
});

it('begun-shifts lets what lies ahead change', () => {
	for (const shift of ['D', 'longer']) expect(planted(begunShifts, [shift], {}, [], given)).toEqual([]);
});
