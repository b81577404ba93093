import { beforeAll, describe, expect, it } from 'vitest';
import { compareAgents, type FairComparison } from '../compare/compare-agents.ts';
import { CAUSES } from '../findings/causes.ts';
import { METRIC_SPECS } from '../metrics.ts';
import { twoQueues } from '../testing/two-queues.ts';
import type { PerformanceFacts } from '../facts/performance-facts.ts';
import { chooseEvidence, type EvidenceContact } from './choose-evidence.ts';
import { recommend } from './recommend.ts';
import { SEED_CATALOGUE } from './seed-catalogue.ts';

let facts: PerformanceFacts;
let comparison: FairComparison;
beforeAll(() => {
	facts = twoQueues({
		people: Array.from({ length: 40 }, (_, i) => ({
			id: `p${i}`,
			hardShare: i % 2 === 0 ? 0.3 : 0.7,
			slower: i === 4 ? 0.35 : i === 8 ? -0.3 : 0.06 * Math.sin(i * 2.4)
		}))
	});
	comparison = compareAgents(facts);
});
const slow = (uses: Parameters<typeof recommend>[0]['uses'] = []) =>
	recommend({ facts, comparison, catalogue: SEED_CATALOGUE, uses }).agents.find(({ agent }) => agent === 4)!;

describe('recommend()', () => {
	it('goes from a gap to modules with what they may bring, no further than the fair level', () => {
		const { findings, silence } = slow();
		expect(silence).toBeNull();
		expect(findings.map(({ cause }) => cause)).toEqual(['call-control']);
		const [best] = findings[0]!.recommendations;
		const [effect] = best!.effects;
		expect(effect!.then).toBeLessThan(effect!.now);
		expect(effect!.then).toBeGreaterThan(effect!.thenLow);
		expect(effect!.then).toBeLessThan(effect!.thenHigh);
		const fair = findings[0]!.gaps[0]!.standing.expected;
		expect(effect!.thenLow).toBeGreaterThan(fair * 0.93);
		expect(best!.minutesPerWeek).toBeGreaterThan(10);
	});

	it('names the one who is quick on the same work as mentor', () => {
		expect(slow().findings[0]!.mentors.map(({ agent }) => agent)).toContain(8);
	});

	it('says nothing of the rest, and that there is nothing', () => {
		const { agents } = recommend({ facts, comparison, catalogue: SEED_CATALOGUE });
		const named = agents.filter(({ findings }) => findings.length > 0);
		expect(named.length).toBeLessThanOrEqual(2);
		expect(agents.filter(({ silence }) => silence === 'nothing').length).toBeGreaterThan(30);
	});

	it('turns to the module that has proved itself', () => {
		expect(slow().findings[0]!.recommendations[0]!.module).toBe('open-and-confirm');
		const use = (module: string, sds: number) => ({ module, metric: 'aht' as const, sds, error: 0.2 });
		const uses = [0.8, 1, 0.9, 1.1].flatMap((sds) => [use('own-calls', sds), use('open-and-confirm', 0)]);
		const [first] = slow(uses).findings[0]!.recommendations;
		expect(first!.module).toBe('own-calls');
		expect(first!.effects[0]!.uses).toBe(4);
	});
});

describe('chooseEvidence()', () => {
	it('takes contacts that are long for their case, and good ones of oneself and of a mentor', () => {
		const contact = (
			id: string,
			agent: number,
			queue: string,
			seconds: number,
			day = 0
		): EvidenceContact => ({
			id,
			agent,
			day,
			queue,
			channel: 'voice',
			intent: queue === 'hard' ? 'fault' : 'question',
			band: 'b1',
			values: { aht: Math.log(seconds) }
		});
		const contacts = [
			// Of the hard queue, 400 s is usual; of the easy one it is long.
			contact('hard-usual', 4, 'hard', 330),
			contact('easy-long', 4, 'easy', 400, 1),
			contact('easy-good', 4, 'easy', 90, 2),
			contact('strange', 4, 'easy', 90_000, 3),
			contact('peer-good', 8, 'easy', 80, 4),
			contact('peer-long', 8, 'easy', 600, 5),
			contact('stranger', 9, 'easy', 600, 5)
		];
		const finding = slow().findings[0]!;
		const chosen = chooseEvidence(facts, comparison, finding, contacts, [8]);
		expect(chosen.find(({ role }) => role === 'shows-it')?.contact).toBe('easy-long');
		expect(chosen.map(({ contact: id }) => id)).not.toContain('strange');
		expect(chosen.find(({ role }) => role === 'good-own')?.contact).toBe('easy-good');
		expect(chosen.filter(({ role }) => role === 'good-peer').map(({ contact: id }) => id)).toEqual([
			'peer-good'
		]);
	});
});

describe('SEED_CATALOGUE', () => {
	it('has a behaviour and a module for every cause, in both languages, with effects on what the cause shows in', () => {
		for (const cause of CAUSES) {
			expect(SEED_CATALOGUE.behaviours.filter((behaviour) => behaviour.cause === cause)).toHaveLength(1);
			expect(
				SEED_CATALOGUE.modules.some(({ causes }) => causes.includes(cause)),
				cause
			).toBe(true);
		}
		const words = [
			...SEED_CATALOGUE.behaviours.flatMap(({ title, signs }) => [title, signs]),
			...SEED_CATALOGUE.modules.flatMap(({ title, summary }) => [title, summary])
		];
		for (const { en, es } of words) {
			expect(en.length).toBeGreaterThan(5);
			expect(es.length).toBeGreaterThan(5);
			expect(es).not.toBe(en);
		}
		const ids = SEED_CATALOGUE.modules.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const { effects } of SEED_CATALOGUE.modules)
			for (const { metric, sd } of effects) {
				expect(METRIC_SPECS[metric]).toBeDefined();
				expect(sd).toBeGreaterThan(0.2);
			}
	});
});
