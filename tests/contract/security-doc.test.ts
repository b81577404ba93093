import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Sections of ASVS 5.0.0 with how many of their requirements are of levels 1 and 2; those come first in every section. */
const SECTIONS: Record<string, number> = {
	...{ 1.1: 2, 1.2: 9, 1.3: 11, 1.4: 3, 1.5: 2, 2.1: 3, 2.2: 3, 2.3: 4, 2.4: 1 },
	...{ 3.2: 2, 3.3: 4, 3.4: 6, 3.5: 5, 3.7: 2, 4.1: 3, 4.2: 1, 4.3: 2, 4.4: 4 },
	...{ 5.1: 1, 5.2: 3, 5.3: 2, 5.4: 3, 6.1: 3, 6.2: 12, 6.3: 4, 6.4: 4, 6.5: 5, 6.6: 3, 6.8: 4 },
	...{ 7.1: 3, 7.2: 4, 7.3: 2, 7.4: 5, 7.5: 2, 7.6: 2, 8.1: 2, 8.2: 3, 8.3: 1, 8.4: 1, 9.1: 3, 9.2: 4 },
	...{ 10.1: 2, 10.2: 2, 10.3: 4, 10.4: 11, 10.5: 5, 10.6: 2, 10.7: 3 },
	...{ 11.1: 2, 11.2: 3, 11.3: 3, 11.4: 4, 11.5: 1, 11.6: 1, 12.1: 3, 12.2: 2, 12.3: 4 },
	...{ 13.1: 1, 13.2: 5, 13.3: 2, 13.4: 5, 14.1: 2, 14.2: 4, 14.3: 3, 15.1: 3, 15.2: 3, 15.3: 7 },
	...{ 16.1: 1, 16.2: 5, 16.3: 4, 16.4: 3, 16.5: 3, 17.1: 1, 17.2: 4, 17.3: 2 }
};
const STATES = ['met', 'by design', 'gap', 'operator', '—'];

const text = readFileSync('docs/security.md', 'utf8');
const rows = text
	.split('\n')
	.map((line) => line.split('|').map((cell) => cell.trim()))
	.filter((cells) => /^\d+\.\d+\.\d+$/.test(cells[1] ?? ''))
	.map(([, number, level, asks, state, shown]) => ({ number, level, asks, state, shown: shown ?? '' }));

it('docs/security.md has every requirement of levels 1 and 2 once, with a state and a word on it', () => {
	const wanted = Object.entries(SECTIONS).flatMap(([section, count]) =>
		Array.from({ length: count }, (_, i) => `${section}.${i + 1}`)
	);
	expect(wanted).toHaveLength(253);
	expect(rows.map(({ number }) => number).sort()).toEqual([...wanted].sort());
	expect(rows.filter(({ level }) => level === '1')).toHaveLength(70);
	for (const { number, level, asks, state, shown } of rows) {
		expect(['1', '2'], number).toContain(level);
		expect(STATES, number).toContain(state);
		expect(asks && shown, number).toBeTruthy();
	}
});

it('every file that it names is there, and what is met names a test', () => {
	for (const { number, state, shown } of rows) {
		const files = [...shown.matchAll(/`((?:tests|src|\.ci)\/[^`]+\.(?:ts|mjs))`/g)].map((match) => match[1]!);
		for (const file of files) expect(globSync(file), `${number}: ${file}`).not.toEqual([]);
		if (state === 'met')
			expect(
				files.some((file) => /\.(test|spec)\.ts$|check-pages\.ts$/.test(file)),
				`${number} names no test`
			).toBe(true);
	}
});

it('its counts are those of its table', () => {
	const count = (state: string) => rows.filter((row) => row.state === state).length;
	const said =
		/(\d+) requirements: (\d+) met, (\d+) by design, (\d+) the operator's, (\d+) gaps, (\d+) that/.exec(
			text.replace(/\s+/g, ' ')
		)!;
	expect(said.slice(1).map(Number)).toEqual([
		rows.length,
		...['met', 'by design', 'operator', 'gap', '—'].map(count)
	]);
});
